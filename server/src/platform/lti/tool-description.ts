/** What the tool says of itself to every LMS, by dynamic registration and in the files that administrators copy. */
import { LTI_KEYS, LTI_LAUNCH, LTI_LOGIN } from '../../contracts/paths.ts';
import { SCOPE } from './vocabulary.ts';

export const TOOL_NAME = 'Roundtable';
export const TOOL_DESCRIPTION =
  'Peer review, discussion and group work inside the course; grades go back to the gradebook.';

/** What the tool needs of the LMS's services; a platform grants what it knows. */
export const WANTED_SCOPES: readonly string[] = Object.values(SCOPE);

/** What the tool would like to know of people, beside who they are. */
export const WANTED_CLAIMS: readonly string[] = ['name', 'given_name', 'family_name', 'email', 'locale'];

/** The tool's addresses, as an LMS asks for them. */
export const toolAddresses = (publicUrl: string) => ({
  launch: `${publicUrl}${LTI_LAUNCH}`,
  login: `${publicUrl}${LTI_LOGIN}`,
  keys: `${publicUrl}${LTI_KEYS}`,
  /** The host without a scheme, with its port: Moodle compares it with the launch address's. */
  domain: new URL(publicUrl).host,
});
