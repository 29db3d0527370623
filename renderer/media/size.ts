const kilo = 1024;

/** `340 KB`, `3.1 MB`. */
export const sizeWords = (bytes: number): string =>
  bytes < kilo * kilo
    ? `${Math.max(1, Math.round(bytes / kilo))} KB`
    : `${(bytes / kilo / kilo).toFixed(1)} MB`;
