import { resourceProperties } from '../../../shared/fields/resource';
import { getMany } from './getMany';

export const communicationAttempt = resourceProperties('communicationAttempt', [getMany]);
