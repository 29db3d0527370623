import { contextBridge, ipcRenderer } from 'electron';
import type { Door } from '../shared/api.ts';

// Two functions and nothing else: what they may carry is checked on the other side.
const door: Door = {
  invoke: (name, input) => ipcRenderer.invoke('call', name, input),
  on(listener) {
    const heard = (_event: unknown, name: string, payload: unknown): void => listener(name, payload);
    ipcRenderer.on('event', heard);
    return () => {
      ipcRenderer.off('event', heard);
    };
  },
};
contextBridge.exposeInMainWorld('earshot', door);
