import { resourceOf } from '../../../shared/fields/resource';
import { getMany } from './getMany';

export const eventDelivery = resourceOf({ name: 'Event Delivery', value: 'eventDelivery' }, [getMany]);
