import { type LoadedMonaco, type Monaco, monacoLoaded } from './loaded-monaco';

/** What scripts/build-editor.mjs wrote: hashed file names below /editor/. */
type Manifest = Record<'monaco' | 'styles' | 'editorWorker' | 'typesWorker' | 'types', string>;

const FOLDER = '/editor/';
const PATIENCE_MS = 20_000;

let loading: Promise<LoadedMonaco> | null = null;

/** Loads Monaco once; after a failure, the next call tries again. Rejects when it can't be had. */
export function loadMonaco(): Promise<LoadedMonaco> {
  loading ??= withPatience(load()).then(
    (result) => {
      monacoLoaded(result);
      return result;
    },
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

async function load(): Promise<LoadedMonaco> {
  const manifest = (await fetchJson('manifest.json', 'no-cache')) as Manifest;
  const [{ setUp }, monaco, types] = await Promise.all([
    import('./set-up'),
    importMonaco(FOLDER + manifest.monaco),
    fetchJson(manifest.types, 'default') as Promise<Record<string, string>>,
    addStyles(FOLDER + manifest.styles),
    document.fonts.ready,
  ]);
  setUpWorkers(manifest);
  return setUp(monaco, types);
}

/** Hidden from the site's bundler: the address is known only at run time. */
function importMonaco(address: string): Promise<Monaco> {
  return import(/* webpackIgnore: true */ /* turbopackIgnore: true */ address) as Promise<Monaco>;
}

async function fetchJson(name: string, cache: RequestCache): Promise<unknown> {
  const response = await fetch(FOLDER + name, { cache });
  if (!response.ok)
    throw new Error(`The editor's ${name} could not be loaded (${response.status}).`);
  return response.json();
}

function addStyles(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      reject(new Error("The editor's styles could not be loaded."));
    };
    // First, so that the site's own styles win where both speak.
    document.head.prepend(link);
  });
}

function setUpWorkers(manifest: Manifest): void {
  globalThis.MonacoEnvironment = {
    getWorker: (_id: string, label: string) =>
      new Worker(FOLDER + (label === 'typescript' ? manifest.typesWorker : manifest.editorWorker), {
        name: label,
      }),
  };
}

function withPatience<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error('The editor took too long to load.')),
      PATIENCE_MS,
    );
    promise.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
