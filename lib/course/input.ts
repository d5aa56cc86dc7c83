import type { Host } from './host';
import {
  choiceDraft,
  drawDraft,
  fileDraft,
  textDraft,
  toggleDraft,
  type ControlDraft,
} from './input-drafts';
import { pointsDraft } from './input-points';
import { sliderDraft } from './input-slider';
import { inputValue } from './input-value';
import type { Input } from './types/input';

/**
 * `input`: shows controls, and gives what they are set to.
 *
 * @param name the variable that holds them, whose readers see the newest value; null for controls that are part of an
 *   expression
 */
export function createInput(host: Pick<Host, 'control'>, name: string | null = null): Input {
  // Readers of a variable ask the runtime for a value of their own; a file that can't be read is an error there.
  const make = (draft: ControlDraft): never => {
    const value = host.control(draft, name);
    return (name === null ? inputValue(value) : value) as never;
  };
  return {
    slider: (label, options = {}) => make(sliderDraft(label, options)),
    choice: (label, options, settings = {}) => make(choiceDraft(label, options, settings)),
    toggle: (label, options = {}) => make(toggleDraft(label, options)),
    text: (label, options = {}) => make(textDraft(label, options)),
    draw: (label, options = {}) => make(drawDraft(label, options)),
    points: (label, options = {}) => make(pointsDraft(label, options)),
    file: (label: string, options: object = {}) => make(fileDraft(label, options)),
  };
}
