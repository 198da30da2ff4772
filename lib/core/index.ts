export * from './checks';
export * from './defaults';
export * from './errors';
export * from './names';
export * from './opt-outs';
export * from './quota';
export * from './trigger';
