import { resourceProperties } from '../../../shared/fields/resource';
import { getMany } from './getMany';

export const eventDelivery = resourceProperties('eventDelivery', [getMany]);
