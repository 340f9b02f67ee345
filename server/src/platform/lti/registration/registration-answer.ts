import { isRecord } from '../launch-checks.ts';
import { wordsOf } from '../score-answers.ts';
import { RegistrationRefusal } from './registration-codes.ts';
import { TOOL_CONFIGURATION } from './registration-request.ts';

/** What a platform gave the tool. */
export interface RegisteredTool {
  readonly clientId: string;
  /** Null where the platform names deployments later. */
  readonly deploymentId: string | null;
}

/**
 * Reads a platform's answer to a registration. Nothing else of it is believed: Moodle reports scopes that it has not
 * granted and cuts custom parameters at their first `=`.
 *
 * @throws RegistrationRefusal
 */
export function readRegistrationAnswer(status: number, body: string): RegisteredTool {
  if (status < 200 || status >= 300) {
    const used = status === 401 && /token_already_used/.test(body);
    if (used) throw new RegistrationRefusal('REGISTRATION_TOKEN_USED');
    throw new RegistrationRefusal('REGISTRATION_REFUSED', { status: String(status), words: wordsOf(body) });
  }
  const answer = parse(body);
  const clientId = identifier(answer.client_id);
  if (clientId === null) throw new RegistrationRefusal('REGISTRATION_ANSWER_UNREADABLE');
  const claim = answer[TOOL_CONFIGURATION];
  // Moodle puts it into the tool configuration, Canvas beside it.
  const deploymentId =
    identifier(answer.deployment_id) ?? (isRecord(claim) ? identifier(claim.deployment_id) : null);
  return { clientId, deploymentId };
}

/** LTI 1.3 §5.3.1 and §3.1.3: at most 255 characters. */
const identifier = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= 255 ? value : null;

function parse(body: string): Readonly<Record<string, unknown>> {
  try {
    const answer: unknown = JSON.parse(body);
    if (isRecord(answer)) return answer;
  } catch {
    // An HTML page, whatever its status says.
  }
  throw new RegistrationRefusal('REGISTRATION_ANSWER_UNREADABLE');
}
