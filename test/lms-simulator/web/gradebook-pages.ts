import type { Request } from 'express';
import { formBody, parameter, query, ServiceError } from '../platform.ts';
import { frameData, toolFrame } from './course-pages.ts';
import type { Platform } from '../platform.ts';
import type { Cell, LineItem, Person } from '../types.ts';
import { GRADABLE } from '../vocabulary.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { page, requireCourseVisitor, tabs } from './layout.ts';
import type { CourseVisitor } from './layout.ts';

const PAGE_SIZE = 100;

const amount = (value: number): string => String(Math.round(value * 100) / 100);

const scoreOf = (cell: Cell | undefined): string =>
  cell && cell.score !== null ? `${amount(cell.score)} / ${amount(cell.maximum)}` : '–';

const byHand = (cell: Cell | undefined): Html | false =>
  cell?.source === 'manual' && html`<span class="badge">by hand</span>`;

function cellOf(platform: Platform, visitor: CourseVisitor, item: LineItem, person: Person): Html {
  const cell = platform.institution.cell(item.id, person.id);
  const stored = cell?.received.filter(({ status }) => status < 300).length ?? 0;
  const label = `${item.label}, ${person.name}: ${cell && cell.score !== null ? scoreOf(cell) : 'no grade'}`;
  return html`<td class="number">
    <a href="${visitor.home}/gradebook/${item.id}/${encodeURIComponent(person.id)}" aria-label="${label}"
      >${scoreOf(cell)}</a
    >${byHand(cell)} ${cell?.comment && html`<div class="soft">${cell.comment}</div>`}
    ${stored > 1 && html`<div class="soft">${stored} scores received</div>`}
  </td>`;
}

/** Members × columns. */
export function gradebookPage(platform: Platform, request: Request): string {
  const visitor = requireCourseVisitor(platform, request, true);
  const { course, home } = visitor;
  const { state } = platform.institution;
  const items = platform.institution.lineItemsOf(course);
  const learners = Object.values(course.members).filter(
    ({ role, status }) => GRADABLE.includes(role) && status === 'Active',
  );
  const from = Math.max(0, Number(query(request).get('from') ?? 0));
  const rows = learners.slice(from, from + PAGE_SIZE).flatMap(({ userId }) => {
    const person = state.people[userId];
    if (!person) return [];
    return [
      html`<tr>
        <th scope="row"><bdi>${person.name}</bdi></th>
        ${items.map((item) => cellOf(platform, visitor, item, person))}
      </tr>`,
    ];
  });
  const head = items.map(
    (item) => html`<th scope="col">${item.label} <span class="soft">max ${item.scoreMaximum}</span></th>`,
  );
  const more =
    from + PAGE_SIZE < learners.length &&
    html`<p><a href="${home}/gradebook?from=${from + PAGE_SIZE}">Next ${PAGE_SIZE} people</a></p>`;
  const table = html`<div class="scroll">
      <table aria-label="Grades">
        <thead>
          <tr>
            <th scope="col">Name</th>
            ${head}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    ${more}`;
  const body =
    items.length > 0
      ? table
      : html`<p class="note">No columns yet: they come with activities, or the tool makes them.</p>`;
  return page(platform, 'Gradebook', html`${tabs(visitor)}${body}`, { visitor });
}

function requireCell(
  platform: Platform,
  request: Request,
): { visitor: CourseVisitor; item: LineItem; person: Person } {
  const visitor = requireCourseVisitor(platform, request, true);
  const { lineItems, people } = platform.institution.state;
  const item = lineItems[parameter(request, 'item')];
  const person = people[parameter(request, 'learner')];
  if (!person || item?.courseId !== visitor.course.id) throw new ServiceError(404, 'There is no such cell');
  return { visitor, item, person };
}

/** One cell: what it holds, everything it received, and a form to change it by hand. */
export function cellPage(platform: Platform, request: Request): string {
  const { visitor, item, person } = requireCell(platform, request);
  const cell = platform.institution.cell(item.id, person.id);
  const history = (cell?.received ?? []).toReversed().map(
    ({ at, source, status, body }) =>
      html`<tr>
        <td>${new Date(at).toISOString()}</td>
        <td>${source === 'tool' ? 'tool' : 'by hand'}</td>
        <td>${status}</td>
        <td><code>${JSON.stringify(body)}</code></td>
      </tr>`,
  );
  const body = html`${tabs(visitor)}
    <p><strong>${scoreOf(cell)}${byHand(cell)}</strong>${cell?.comment && html` · ${cell.comment}`}</p>
    <p class="soft">
      Activity: ${cell?.activityProgress ?? 'none'} · grading: ${cell?.gradingProgress ?? 'none'} · attempts:
      ${cell?.attempts ?? 0}
    </p>
    ${
      item.resourceLinkId !== undefined &&
      html`<p>
        <a href="${visitor.home}/gradebook/${item.id}/${encodeURIComponent(person.id)}/submission"
          >See the submission in the tool</a
        >
      </p>`
    }
    <form class="fields" method="post" aria-label="Change the grade">
      <div class="field">
        <label for="score">Score (empty: no grade)</label
        ><input id="score" type="number" name="score" min="0" step="any" value="${cell?.score ?? ''}" />
      </div>
      <button class="main">Save grade</button>
    </form>
    <h2>Received</h2>
    <div class="scroll">
      <table aria-label="Received scores">
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">From</th>
            <th scope="col">Answer</th>
            <th scope="col">Score</th>
          </tr>
        </thead>
        <tbody>
          ${history}
        </tbody>
      </table>
    </div>`;
  return page(platform, `${item.label}: ${person.name}`, body, { visitor });
}

/** The grading view: the tool's page of one learner's submission, launched by a member of staff. */
export function submissionPage(platform: Platform, request: Request): string {
  const { visitor, item, person } = requireCell(platform, request);
  const target = { submissionReview: { lineItemId: item.id, userId: person.id } };
  const title = `${item.label}: ${person.name}`;
  const body = html`${tabs(visitor)}${toolFrame(platform, visitor, target, title)}`;
  return page(platform, title, body, { visitor, script: 'page', data: frameData(platform, visitor) });
}

/** @returns where to go next */
export function saveCell(platform: Platform, request: Request): string {
  const { visitor, item, person } = requireCell(platform, request);
  const score = formBody(request).get('score') ?? '';
  platform.institution.gradeByHand(item, person.id, score === '' ? null : Number(score), platform.now());
  return `${visitor.home}/gradebook`;
}
