import type { Pictures } from '@/lib/controls/read-image';

/** Pictures by what the browser itself has: turned as the camera was held, scaled smoothly. */
export const browserPictures: Pictures<ImageBitmap> = {
  decode: (file) => createImageBitmap(file, { imageOrientation: 'from-image' }),
  pixels(bitmap, { width, height }) {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('The browser gives no canvas to read a picture with.');
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    bitmap.close();
    return context.getImageData(0, 0, width, height).data;
  },
};
