import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder whose `include/node` holds Node's headers, as node-gyp's --nodedir wants it. Most ways to
 * install Node ship them beside it; the `node` package from npm, first on the PATH here, does not.
 * Any version's will do: Node-API is the same in all of them.
 */
export function findNodeHeaders(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env.npm_config_nodedir ? [env.npm_config_nodedir] : [];
  const besideNode = (env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, process.platform === 'win32' ? 'node.exe' : 'node'))
    .filter((file) => existsSync(file))
    .map((file) => path.resolve(realpathSync(file), '../..'));
  return [...named, ...besideNode, '/usr', '/usr/local'].find((folder) =>
    existsSync(path.join(folder, 'include', 'node', 'node_api.h')),
  );
}
