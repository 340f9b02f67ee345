import { PreFlightView } from '../../contracts/pre-flight.ts';

/** For staff: what a dry run came to. */
export const preFlightView = (result: PreFlightView): PreFlightView => PreFlightView.parse(result);
