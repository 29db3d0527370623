/**
 * A stock Electron that travels inside a registry package, for networks that reach nothing but their
 * package registry. It exists for 64-bit Linux on Intel only.
 */
export const registryElectron = { version: '33.2.1', platform: 'linux', arch: 'x64' } as const;
