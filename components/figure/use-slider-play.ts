'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { Setting } from '@/lib/figures';

type Slider = Extract<Setting, { kind: 'slider' }>;
export type SliderPlay = { playing: boolean; play(): void; pause(): void };

/** Moves a setting to its end by itself, a step at a time; from its beginning, when it stands at the end. */
export function useSliderPlay(setting: Slider, onSet: (value: number) => void): SliderPlay {
  const [playing, setPlaying] = useState(false);
  const { min, max, step, value, plays = 1 } = setting;
  const tick = useEffectEvent(() => {
    // Without the dust of binary fractions, which would end it a step early or late.
    const next = Math.min(max, Number((value + step).toPrecision(12)));
    if (next >= max) setPlaying(false);
    onSet(next);
  });
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(tick, 1000 / plays);
    return () => clearInterval(timer);
  }, [playing, plays]);
  return {
    playing,
    play() {
      if (value >= max) onSet(min);
      setPlaying(true);
    },
    pause: () => setPlaying(false),
  };
}
