/** AGS 2.0 §3.3: the result service. */
import type { Request } from 'express';
import { query } from '../platform.ts';
import type { Platform } from '../platform.ts';
import type { Answer } from '../profiles/profile.ts';
import { requireScope } from '../token.ts';
import { MEDIA, SCOPE } from '../vocabulary.ts';
import { lineItemUrl, pageAnswer, requireCourse, requireLineItem } from './columns.ts';

/** The column's results; members without a score or comment have none. */
export function listResults(platform: Platform, request: Request): Answer {
  const tool = requireScope(platform, request, [SCOPE.resultReadOnly]);
  const course = requireCourse(platform, request);
  const item = requireLineItem(platform, request, course, tool);
  const wanted = query(request).get('user_id');
  const column = platform.institution.state.cells[item.id] ?? {};
  const rows =
    wanted === null ? Object.entries(column) : Object.entries(column).filter(([id]) => id === wanted);
  const held = rows.filter(([, cell]) => cell.score !== null || cell.comment !== null);
  const address = lineItemUrl(platform, course, item, tool);
  return pageAnswer(platform, request, 'results', MEDIA.results, held, (page) =>
    page.map(([userId, cell]) => platform.profile.ags.showResult(cell, userId, address)),
  );
}
