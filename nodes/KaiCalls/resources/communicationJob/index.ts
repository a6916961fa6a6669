import { resourceProperties } from '../../../shared/fields/resource';
import { getMany } from './getMany';

export const communicationJob = resourceProperties('communicationJob', [getMany]);
