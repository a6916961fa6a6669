import { resourceProperties } from '../../../shared/fields/resource';
import { getMany } from './getMany';

export const workspace = resourceProperties('workspace', [getMany]);
