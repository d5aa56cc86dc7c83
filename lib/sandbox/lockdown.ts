/**
 * Names that reader code must not have: stores that outlive a page, other workers, and ways to speak to the frame.
 * Each may sit on the scope, on a prototype of it, or on `navigator`.
 */
const SCOPE_NAMES = [
  'indexedDB', 'caches', 'cookieStore', 'BroadcastChannel', 'Worker', 'SharedWorker', 'importScripts',
  'postMessage', 'onmessage', 'onmessageerror', 'close', 'requestFileSystem', 'webkitRequestFileSystem', 'webkitRequestFileSystemSync',
  'webkitResolveLocalFileSystemURL', 'webkitResolveLocalFileSystemSyncURL', 'FileSystemHandle', 'FileSystemFileHandle',
  'FileSystemDirectoryHandle', 'StorageManager', 'LockManager', 'CacheStorage', 'Cache', 'IDBFactory', 'WebTransport', 'WebSocket',
  'EventSource', 'XMLHttpRequest', 'Notification',
] as const; // prettier-ignore
const NAVIGATOR_NAMES = [
  'storage',
  'locks',
  'serviceWorker',
  'storageBuckets',
  'usb',
  'serial',
  'hid',
  'permissions',
] as const;

/**
 * Takes those names away from this worker, for good. Must run after everything that needs them has kept its own
 * reference, and before the first line of reader code.
 */
export function lockDown(scope: typeof globalThis = globalThis): void {
  for (const name of SCOPE_NAMES) remove(scope, name);
  for (const name of NAVIGATOR_NAMES) remove(scope.navigator, name);
}

function remove(target: object, name: string): void {
  for (
    let owner: object | null = target;
    owner !== null;
    owner = Object.getPrototypeOf(owner) as object | null
  ) {
    if (!Object.hasOwn(owner, name)) continue;
    // A property that can't be deleted is replaced, so that the scan never trusts `delete` alone.
    if (!Reflect.deleteProperty(owner, name)) {
      Reflect.defineProperty(owner, name, {
        value: undefined,
        writable: false,
        configurable: false,
      });
    }
  }
}
