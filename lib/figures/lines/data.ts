import type { FrameData } from '@/lib/protocol';

export type LinesData = FrameData['lines'];
export type LinesSeries = LinesData['series'][number];
