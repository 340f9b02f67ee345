import { CANVAS_PLACEMENTS, quirksOf } from '../quirks/index.ts';
import { TOOL_DESCRIPTION, TOOL_NAME, toolAddresses, WANTED_SCOPES } from '../tool-description.ts';
import { SCOPE } from '../vocabulary.ts';

/**
 * What a Canvas administrator pastes, or enters the address of, for a developer key of type LTI. The redirect address goes
 * into the form beside it: this configuration has no place for it.
 */
export function canvasDeveloperKey(publicUrl: string): Record<string, unknown> {
  const { launch, login, keys, domain } = toolAddresses(publicUrl);
  const { customParameters } = quirksOf('canvas');
  return {
    title: TOOL_NAME,
    description: TOOL_DESCRIPTION,
    target_link_uri: launch,
    oidc_initiation_url: login,
    public_jwk_url: keys,
    // Canvas refuses a key with a scope that it does not know, and has no course groups service.
    scopes: WANTED_SCOPES.filter((scope) => scope !== SCOPE.groups),
    custom_fields: customParameters,
    extensions: [
      {
        platform: 'canvas.instructure.com',
        domain,
        tool_id: 'roundtable',
        privacy_level: 'public',
        settings: {
          text: TOOL_NAME,
          placements: CANVAS_PLACEMENTS.map((placement) => ({
            placement,
            message_type: 'LtiDeepLinkingRequest',
            target_link_uri: launch,
            text: TOOL_NAME,
            enabled: true,
          })),
        },
      },
    ],
  };
}
