export { installKernels } from './install-kernels';
