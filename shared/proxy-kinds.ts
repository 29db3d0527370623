export const proxyModes = ['system', 'direct', 'manual', 'pac'] as const;
export const proxySchemes = ['http', 'https', 'socks5'] as const;
