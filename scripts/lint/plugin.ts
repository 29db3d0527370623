import path from 'node:path';
import { findViolation } from './boundaries.ts';

/** The few rules of this house the linter does not ship. */

const root = path.resolve(import.meta.dirname, '../..');

// A small view on the syntax tree: only the fields the rules below read.
type Node = {
  type: string;
  name?: string;
  value?: unknown;
  computed?: boolean;
  source?: Node | null;
  argument?: Node;
  arguments?: Node[];
  callee?: Node;
  left?: Node;
  object?: Node;
  property?: Node;
  expression?: Node;
};
type Context = { filename: string; report: (finding: { node: Node; message: string }) => void };
type Visitor = Record<string, (node: Node) => void>;

const boundaries = rule((context) => {
  const file = path.relative(root, context.filename).split(path.sep).join('/');
  const check = (source: Node | null | undefined): void => {
    if (source?.type === 'TSLiteralType') return check((source as { literal?: Node }).literal);
    if (typeof source?.value !== 'string') return;
    const why = findViolation(file, source.value);
    if (why !== undefined) context.report({ node: source, message: why });
  };
  return {
    ImportDeclaration: (node) => check(node.source),
    ExportNamedDeclaration: (node) => check(node.source),
    ExportAllDeclaration: (node) => check(node.source),
    ImportExpression: (node) => check(node.source),
    TSImportType: (node) => check(node.source ?? node.argument),
    TSExternalModuleReference: (node) => check(node.expression),
    CallExpression: (node) => {
      if (node.callee?.name === 'require') check(node.arguments?.[0]);
    },
  };
});

const noWallClock = rule((context) => {
  const report = (node: Node, what: string): void =>
    context.report({ node, message: `${what} here; time and chance are arguments ({ now, random })` });
  return {
    MemberExpression: (node) => {
      const path = `${node.object?.name}.${node.property?.name}`;
      if (path === 'Date.now' || path === 'Math.random') report(node, `no ${path}`);
    },
    NewExpression: (node) => {
      if (node.callee?.name === 'Date' && node.arguments?.length === 0) report(node, 'no new Date()');
    },
    CallExpression: (node) => {
      if (node.callee?.name === 'Date') report(node, 'no Date()');
    },
  };
});

const htmlSetters = new Set(['innerHTML', 'outerHTML', 'srcdoc']);
const htmlCalls = new Set([
  'insertAdjacentHTML',
  'setHTMLUnsafe',
  'createContextualFragment',
  'write',
  'writeln',
]);

const noHtmlInjection = rule((context) => {
  const nameOf = (node: Node | undefined): string => {
    const name = node?.computed === true ? node.property?.value : node?.property?.name;
    return typeof name === 'string' ? name : '';
  };
  return {
    AssignmentExpression: (node) => {
      const name = nameOf(node.left);
      if (htmlSetters.has(name)) context.report({ node, message: `no ${name}: render text as text` });
    },
    CallExpression: (node) => {
      const name = nameOf(node.callee);
      const writes = name.startsWith('write');
      if (!htmlCalls.has(name) || (writes && node.callee?.object?.name !== 'document')) return;
      context.report({ node, message: `no ${name}(): render text as text` });
    },
  };
});

function rule(create: (context: Context) => Visitor): { create: (context: Context) => Visitor } {
  return { create };
}

// The linter asks for a default export.
export default {
  meta: { name: 'earshot' },
  rules: { boundaries, 'no-wall-clock': noWallClock, 'no-html-injection': noHtmlInjection },
};
