import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { hasDoor } from './call.ts';
import { start } from './start.ts';

const root = document.getElementById('root');
if (root) {
  if (hasDoor()) start();
  createRoot(root).render(<App />);
}
