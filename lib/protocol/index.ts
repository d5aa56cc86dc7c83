export * from './device';
export * from './figure';
export * from './guards';
export * from './limits';
export * from './messages';
export * from './output';
export * from './value';
export * from './version';
