import type { LtijsProvider } from 'ltijs';
import { LTI_LAUNCH } from '../../contracts/paths.ts';
import { AppError } from '../../core/app-error.ts';
import type { Directory } from './directory.ts';
import type { DeepLinkingRequest, DeepLinkingResponses, LinkItem } from './ports.ts';

const LINK = 'ltiResourceLink';

interface Parts {
  directory: Directory;
  provider: LtijsProvider;
  publicUrl: string;
}

/**
 * Answers to deep-linking requests, signed by ltijs (Deep Linking 2.0 §3.3). What it would drop in silence is refused
 * here by name: a type that the platform does not take, a second item where it takes one.
 */
export function createDeepLinkingResponses({ directory, provider, publicUrl }: Parts): DeepLinkingResponses {
  return {
    async sign(session, items) {
      const wanted = session.deepLinking;
      if (!wanted) throw new AppError('NOT_A_DEEP_LINKING_LAUNCH');
      if (items.length > 0 && !wanted.acceptTypes.includes(LINK)) {
        throw new AppError('DEEP_LINKING_TYPE_REFUSED', { accepted: [...wanted.acceptTypes] });
      }
      if (items.length > 1 && !wanted.acceptMultiple) {
        throw new AppError('BAD_REQUEST', { reason: 'the platform takes one item' });
      }
      const platform = await directory.findPlatform(session.platformId);
      if (platform?.status !== 'active') throw new AppError('DEEP_LINKING_EXPIRED');
      const jwt = await provider.DeepLinking.createDeepLinkingMessage(
        {
          // ltijs makes it the audience: the platform's issuer, as the specification and Canvas want it.
          iss: platform.issuer,
          clientId: platform.clientId,
          deploymentId: session.deploymentId,
          platformContext: { deepLinkingSettings: settingsOf(wanted) },
        },
        items.map((item) => asContentItem(item, publicUrl, wanted.acceptLineItem)),
      );
      return { returnUrl: wanted.returnUrl, jwt };
    },
  };
}

const settingsOf = ({ acceptTypes, acceptMultiple, data }: DeepLinkingRequest) => ({
  accept_types: acceptTypes,
  accept_multiple: acceptMultiple,
  // Must come back unchanged where it was sent (Deep Linking 2.0 §3.3.5).
  ...(data !== null && { data }),
});

/** Deep Linking 2.0 §3.2.5. The same address for all: the custom parameter says which activity, and survives a course copy. */
const asContentItem = (item: LinkItem, publicUrl: string, acceptLineItem: boolean): object => ({
  type: LINK,
  title: item.title,
  url: `${publicUrl}${LTI_LAUNCH}`,
  custom: { activity: item.activityId },
  ...(item.lineItem && acceptLineItem && { lineItem: { ...item.lineItem, tag: 'total' } }),
  ...(item.submissionsCloseAt && { submission: { endDateTime: item.submissionsCloseAt.toISOString() } }),
});
