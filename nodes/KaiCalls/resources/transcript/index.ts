import { resourceProperties } from '../../../shared/fields/resource';
import { getMany } from './getMany';

export const transcript = resourceProperties('transcript', [getMany]);
