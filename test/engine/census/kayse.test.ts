import { itHoldsAtAllPoints } from './itHolds';

itHoldsAtAllPoints('Kayse');
