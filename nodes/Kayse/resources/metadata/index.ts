import { resourceProperties } from '../../../shared/fields/resource';
import { getMany } from './getMany';

export const metadata = resourceProperties('metadata', [getMany]);
