import { LTI_LAUNCH } from '../../contracts/paths.ts';
import { AppError } from '../../core/app-error.ts';
import { newSecret } from '../../core/ids.ts';
import type { Directory } from './directory.ts';
import type { DeepLinkingRequest, DeepLinkingResponses, LinkItem } from './ports.ts';
import type { ToolSigner } from './tool-signature.ts';
import { CLAIM } from './vocabulary.ts';

const LINK = 'ltiResourceLink';

interface Parts {
  directory: Directory;
  signer: ToolSigner;
  publicUrl: string;
}

/**
 * Answers to deep-linking requests (Deep Linking 2.0 §3.3). What the platform would not take is refused by name: a type
 * that it does not accept, a second item where it takes one.
 */
export function createDeepLinkingResponses({ directory, signer, publicUrl }: Parts): DeepLinkingResponses {
  return {
    async sign(session, items) {
      const wanted = session.deepLinking;
      if (!wanted) throw new AppError('NOT_A_DEEP_LINKING_LAUNCH');
      if (items.length > 0 && !wanted.acceptTypes.includes(LINK)) {
        throw new AppError('DEEP_LINKING_TYPE_REFUSED', { accepted: [...wanted.acceptTypes] });
      }
      if (items.length > 1 && !wanted.acceptMultiple) throw new AppError('DEEP_LINKING_ONE_ONLY');
      if (items.length === 0 && wanted.cancelByReturn && session.returnUrl) {
        return { returnUrl: session.returnUrl, jwt: null };
      }
      const platform = await directory.findPlatform(session.platformId);
      if (platform?.status !== 'active') throw new AppError('DEEP_LINKING_EXPIRED');
      const jwt = await signer.sign(platform.id, {
        iss: platform.clientId,
        // The platform's issuer, as the specification and Canvas want it.
        aud: platform.issuer,
        nonce: newSecret(),
        [CLAIM.deploymentId]: session.deploymentId,
        [CLAIM.messageType]: 'LtiDeepLinkingResponse',
        [CLAIM.version]: '1.3.0',
        [CLAIM.contentItems]: items.map((item) => asContentItem(item, publicUrl, wanted)),
        // Must come back unchanged where it was sent (Deep Linking 2.0 §3.3.5).
        ...(wanted.data !== null && { [CLAIM.deepLinkingData]: wanted.data }),
      });
      return { returnUrl: wanted.returnUrl, jwt };
    },
  };
}

/** Deep Linking 2.0 §3.2.5. The same address for all: the custom parameter says which activity, and survives a course copy. */
function asContentItem(item: LinkItem, publicUrl: string, wanted: DeepLinkingRequest): object {
  const { availableFrom, availableUntil, submissionsCloseAt } = item;
  const available = spanOf(availableFrom, availableUntil);
  const submission = spanOf(null, submissionsCloseAt);
  return {
    type: LINK,
    title: item.title,
    url: `${publicUrl}${LTI_LAUNCH}`,
    custom: { activity: item.activityId },
    ...(item.lineItem && wanted.acceptLineItem && { lineItem: { ...item.lineItem, tag: 'total' } }),
    ...(available && wanted.acceptDates && { available }),
    ...(submission && wanted.acceptDates && { submission }),
  };
}

const spanOf = (from: Date | null, until: Date | null): object | null =>
  from || until
    ? {
        ...(from && { startDateTime: from.toISOString() }),
        ...(until && { endDateTime: until.toISOString() }),
      }
    : null;
