import { forgetParts } from './parts';

/** Before the nodes go through the matrix (jest's globalSetup). */
export default forgetParts;
