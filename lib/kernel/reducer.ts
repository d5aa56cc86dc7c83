import type { CellId, DeviceReport, DeviceStatus, RunId } from '@/lib/protocol';
import type { Action } from './actions';
import { change, cellOf, runningCell, type State } from './model';
import { changePage, resolve } from './reduce-page';
import { dropTarget, finish, halt, refuse, replaced, request, send } from './reduce-run';
import { SENTENCES } from './sentences';
import { addFrames, addNotice, addOutputs, addStates } from './shown';

/** The one place where the kernel's state changes. Pure; what belongs to a superseded run changes nothing. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'request':
      return request(state, action);
    case 'choose':
      return state.choice === action.choice ? state : { ...state, choice: action.choice };
    case 'watch':
      return watch(state, action.on);
    case 'empty-queue':
      return state.requests.length === 0 ? state : { ...state, requests: [] };
    case 'halt':
      return halt(state);
    case 'notebook':
      return resolve(state, action.notebook, state.order);
    case 'send':
      return send(state, action);
    case 'refuse':
      return refuse(state, action);
    case 'drop':
      return dropTarget(state, action);
    case 'status':
      return { ...state, status: action.status, message: action.message };
    case 'ready':
      return ready(state, action.device, action.devices);
    case 'device':
      return { ...state, device: action.device, devices: action.devices };
    case 'replaced':
      return replaced(state, action);
    case 'variables':
      return state.variables === null ? state : { ...state, variables: action.variables };
    case 'outputs':
      return change(state, shownBy(state, action.run), (cell) => addOutputs(cell, action.outputs));
    case 'frames':
      return change(state, shownBy(state, action.run), (cell) => addFrames(cell, action.frames));
    case 'progress':
      return change(state, runningAs(state, action.run), (cell) => ({
        ...cell,
        progress: action.progress,
      }));
    case 'states':
      return change(state, shownBy(state, action.run), (cell) => addStates(cell, action));
    case 'finish':
      return finish(state, action.run, action.outcome);
    case 'unreadable':
      return change(state, runningCell(state), (cell) => addNotice(cell, SENTENCES.unreadable));
    default:
      return changePage(state, action);
  }
}

/** The cell that shows a run: also after its end, for what a timer or a promise of it brings late. */
const shownBy = (state: State, run: RunId): CellId | null =>
  state.order.find((id) => cellOf(state, id).run === run) ?? null;

const runningAs = (state: State, run: RunId): CellId | null =>
  state.active?.run === run ? runningCell(state) : null;

function watch(state: State, on: boolean): State {
  if (on === (state.variables !== null)) return state;
  return { ...state, variables: on ? [] : null };
}

function ready(state: State, device: DeviceStatus, devices: readonly DeviceReport[]): State {
  const message = state.message === SENTENCES.retrying ? null : state.message;
  return { ...state, status: 'ready', message, device, devices };
}
