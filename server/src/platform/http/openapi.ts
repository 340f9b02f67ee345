import { z } from 'zod';
import { Bytes, type Endpoint } from '../../contracts/endpoint.ts';
import { ERROR_STATUS } from '../../contracts/errors.ts';
import { API } from '../../contracts/paths.ts';
import { cookieName } from './administrator-cookie.ts';

type JsonSchema = Record<string, unknown>;

/** Schemas that refer to themselves have names, which in this document stand elsewhere than in a schema of its own. */
const named: JsonSchema = {};

const schemaOf = (type: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(type, { io });
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { $defs = {}, ...own } = JSON.parse(text) as JsonSchema & { $defs?: JsonSchema };
  Object.assign(named, $defs);
  return own;
};

const parametersOf = (place: 'path' | 'query', type: z.ZodObject | undefined): JsonSchema[] =>
  Object.entries(type?.shape ?? {}).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || !(field as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(field as z.ZodType, 'input'),
  }));

const events = (schema: JsonSchema) => ({ 'text/event-stream': { schema } });
const json = (schema: JsonSchema) => ({ 'application/json': { schema } });

const contentOf = (body: z.ZodType): JsonSchema =>
  body === Bytes
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : json(schemaOf(body, 'input'));

function securityOf({ permission }: Endpoint): JsonSchema[] {
  if (permission === 'public') return [];
  return [permission === 'administrator' ? { console: [] } : { bearer: [] }];
}

function operationOf(endpoint: Endpoint): JsonSchema {
  const answer = endpoint.answersWith === 'events' ? events : json;
  return {
    summary: endpoint.summary,
    'x-permission': endpoint.permission,
    security: securityOf(endpoint),
    parameters: [...parametersOf('path', endpoint.params), ...parametersOf('query', endpoint.query)],
    ...(endpoint.body && {
      requestBody: { required: true, content: contentOf(endpoint.body) },
    }),
    responses: {
      200: { description: 'Done', content: answer(schemaOf(endpoint.response, 'output')) },
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
      schemas: { Error: schemaOf(Error, 'output'), ...named },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        console: { type: 'apiKey', in: 'cookie', name: cookieName(publicUrl) },
      },
    },
  };
}
