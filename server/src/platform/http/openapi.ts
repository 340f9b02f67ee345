import { z } from 'zod';
import type { Endpoint } from '../../contracts/endpoint.ts';
import { ERROR_STATUS } from '../../contracts/errors.ts';
import { API } from '../../contracts/paths.ts';
import { cookieName } from './administrator-cookie.ts';

type JsonSchema = Record<string, unknown>;

const schemaOf = (type: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(type, { io });
  return schema;
};

const parametersOf = (place: 'path' | 'query', type: z.ZodObject | undefined): JsonSchema[] =>
  Object.entries(type?.shape ?? {}).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || !(field as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(field as z.ZodType, 'input'),
  }));

const json = (schema: JsonSchema) => ({ 'application/json': { schema } });

function securityOf({ permission }: Endpoint): JsonSchema[] {
  if (permission === 'public') return [];
  return [permission === 'administrator' ? { console: [] } : { bearer: [] }];
}

function operationOf(endpoint: Endpoint): JsonSchema {
  return {
    summary: endpoint.summary,
    'x-permission': endpoint.permission,
    security: securityOf(endpoint),
    parameters: [...parametersOf('path', endpoint.params), ...parametersOf('query', endpoint.query)],
    ...(endpoint.body && {
      requestBody: { required: true, content: json(schemaOf(endpoint.body, 'input')) },
    }),
    responses: {
      200: { description: 'Done', content: json(schemaOf(endpoint.response, 'output')) },
      default: { description: 'Refused', content: json({ $ref: '#/components/schemas/Error' }) },
    },
  };
}

/** The OpenAPI 3.1 document of the API, made from its contracts. */
export function openApiDocument(endpoints: readonly Endpoint[], publicUrl: string): JsonSchema {
  const paths: Record<string, JsonSchema> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[endpoint.method] = operationOf(endpoint);
  }
  const Error = z.object({
    error: z.object({
      code: z.enum(Object.keys(ERROR_STATUS) as [string, ...string[]]),
      message: z.string(),
      details: z.record(z.string(), z.unknown()),
      requestId: z.string(),
    }),
  });
  return {
    openapi: '3.1.0',
    info: { title: 'Roundtable', version: '1' },
    servers: [{ url: `${publicUrl}${API}` }],
    paths,
    components: {
      schemas: { Error: schemaOf(Error, 'output') },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        console: { type: 'apiKey', in: 'cookie', name: cookieName(publicUrl) },
      },
    },
  };
}
