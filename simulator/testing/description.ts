import { API_ROUTES } from '../api/routes.ts';

type Operation = { responses: Record<string, unknown> };
export interface Description {
  paths: Record<string, Record<string, Operation>>;
  [more: string]: unknown;
}

const REFUSAL = {
  description: 'The request has failed.',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['title', 'type'],
        properties: { title: { type: 'string' }, type: { type: 'string' } },
      },
    },
  },
};

/** The part of the description that can judge us: the routes we know (reading all of it takes seconds), and for refusals
 * only the shape of a problem. What is written there about refusals contradicts the service: two forms at once, of which
 * prism takes the wrong one, and a closed list of types without the plain ones that the service uses most. */
export function judgeable(description: Description): Description {
  const known = new Set(API_ROUTES.map((route) => shapeOf(route.path.replaceAll(/:\w+/g, '{}'))));
  const paths = Object.entries(description.paths)
    .filter(([path]) => known.has(shapeOf(path)))
    .map(([path, operations]) => [path, withRefusals(operations)]);
  return { ...description, paths: Object.fromEntries(paths) as Description['paths'] };
}

function withRefusals(operations: Record<string, Operation>): Record<string, Operation> {
  const changed = Object.entries(operations).map(([method, operation]) => [
    method,
    { ...operation, responses: { ...operation.responses, default: REFUSAL } },
  ]);
  return Object.fromEntries(changed) as Record<string, Operation>;
}

function shapeOf(path: string): string {
  return path.replaceAll(/\{\w*\}/g, '{}');
}
