import { fetchLogistics, fetchPackages } from './api.js';
import { box } from './dom.js';
import { dateTime, fill } from './template.js';

function scan({ time, title, content }) {
  const when = box('P3-Regular text-color-UIText3', dateTime(time));
  return box(
    'flex flex-col gap-4',
    box('H4-Bold text-color-UIText1', title),
    box('P2-Regular', content),
    when,
  );
}

function draw(parcel, count) {
  const number = [parcel.logistic_supplier?.supplier_name, parcel.tracking_no].filter(Boolean).join(' ');
  return [
    box('H3-Bold text-color-UIText1', fill(parcel.package_status)),
    box('P2-Regular text-color-UIText2', number),
    box('P2-Regular text-color-UIText3', count === 1 ? '1 package' : `${count} packages`),
    ...(parcel.logistic_detail?.track_list ?? []).map(scan),
  ];
}

/** The page of one parcel's way. */
export function logisticsPage(state, query) {
  const node = box('flex flex-col gap-16 p-16 background-color-UIPageFlat1 rounded-6 shadow');
  const id = query.get('main_order_id');
  state.loading = true;
  Promise.all([fetchLogistics(id, query.get('pkg_id'), query.get('type') ?? '1'), fetchPackages(id)])
    .then(([parcel, all]) => node.append(...draw(parcel, all.length)))
    .catch((error) => {
      state.error = String(error);
      node.append(box('P2-Regular text-color-UIText2', 'Something went wrong. Try again.'));
    })
    .finally(() => Object.assign(state, { loading: false, renders: state.renders + 1 }));
  return box('flex flex-col 2xl:px-60 lg:px-32 px-20 py-16', box('H2-Bold mb-16', 'Track package'), node);
}
