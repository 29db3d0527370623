import { ProviderFailure, type Connection } from '../../main/providers/provider.ts';
import type { Scheme } from './order.ts';

/** The same connection, treated as a desk with another idea of sending would treat it. */
export const following = (scheme: Scheme, connection: Connection): Connection => {
  switch (scheme) {
    case 'ours':
      return connection;
    case 'naive':
      return { ...connection, send: (item) => sendUntilKnown(connection, item) };
    case 'forget':
      return { ...connection, send: (item) => connection.send(item).catch(takeForRefused) };
    case 'hoard':
      return {
        ...connection,
        lookup: async (...asked) => ({ ...(await connection.lookup(...asked)), gone: [] }),
      };
  }
};

const sendUntilKnown: (
  connection: Connection,
  item: Parameters<Connection['send']>[0],
) => ReturnType<Connection['send']> = async (connection, item) => {
  for (;;) {
    try {
      return await connection.send(item);
    } catch (error) {
      if (!isUnknown(error)) throw error;
    }
  }
};

const takeForRefused = (error: unknown): never => {
  throw isUnknown(error) ? new ProviderFailure('rejected', 'No answer, so it is taken for not sent.') : error;
};

const isUnknown = (error: unknown): boolean =>
  error instanceof ProviderFailure && error.kind === 'unknown-outcome';
