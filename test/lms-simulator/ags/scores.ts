/** AGS 2.0 §3.4: the score publishing service. */
import type { Request } from 'express';
import { jsonBody, ServiceError } from '../platform.ts';
import type { Platform } from '../platform.ts';
import type { Answer } from '../profiles/profile.ts';
import { requireScope } from '../token.ts';
import { SCOPE } from '../vocabulary.ts';
import { lineItemUrl, requireCourse, requireLineItem } from './columns.ts';

/** Takes or refuses one score; either way it stays in the cell's history if the person is in the course. */
export function receiveScore(platform: Platform, request: Request): Answer {
  const { profile, institution } = platform;
  if (!profile.ags.scoreMediaOk(request.get('content-type') ?? '')) {
    throw new ServiceError(
      profile.ags.wrongMediaStatus,
      `No handler found for ${request.path.split('services.php').at(-1)}  ${request.get('content-type') ?? ''}`,
    );
  }
  const tool = requireScope(platform, request, [SCOPE.score]);
  const course = requireCourse(platform, request);
  const item = requireLineItem(platform, request, course, tool);
  const score = jsonBody(request);
  const userId = String(score['userId']);
  const member = course.members[userId];
  const now = platform.now();
  const cell = institution.cell(item.id, userId);
  const address = lineItemUrl(platform, course, item, tool);
  const { answer, change } = profile.ags.decideScore({
    score,
    item,
    course,
    member,
    cell,
    now,
    lineItemUrl: address,
  });
  if (member) {
    const kept = institution.openCell(item, userId);
    if (change) Object.assign(kept, change, { source: 'tool' });
    kept.received.push({ at: now, source: 'tool', status: answer.status, body: score });
    institution.changed();
  }
  return answer;
}
