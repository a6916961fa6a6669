import { resourceProperties } from '../../../shared/fields/resource';
import { getMany } from './getMany';
import { replay } from './replay';

export const event = resourceProperties('event', [getMany, replay]);
