// Incidents where they happened, from geometry that ships: towns as dots, provinces and countries only as shaded land.
import { useQuery } from '@tanstack/react-query';
import { geoEquirectangular, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import world from 'world-atlas/countries-110m.json';
import { type IncidentRow, listIncidents } from './api.ts';
import { useAsOf } from './as-of.tsx';
import { Link } from './link.tsx';
import { useQueryOf } from './path.ts';
import { shownDays } from './shown.ts';
import { Trouble } from './trouble.tsx';

const WIDTH = 900;
const HEIGHT = 460;
const LAND = feature(
  world as unknown as Topology,
  (world as unknown as Topology).objects['countries'] as GeometryCollection,
);
const FINE = new Set(['site', 'settlement', 'district']);

type Placed = IncidentRow & { where: NonNullable<IncidentRow['where']> & { latitude: number; longitude: number } };

export function MapView() {
  const asOf = useAsOf();
  const fields = {
    type: useQueryOf('type'),
    place: useQueryOf('place'),
    actor: useQueryOf('actor'),
    from: useQueryOf('from'),
    to: useQueryOf('to'),
  };
  const query = useQuery({
    queryKey: ['incidents', 'map', asOf, fields],
    queryFn: () => listIncidents({ ...fields, asOf, limit: 1000 }),
    retry: false,
  });
  const rows = query.data?.incidents ?? [];
  const placed = rows.filter(
    (row): row is Placed => row.where !== null && row.where.latitude !== null && row.where.longitude !== null,
  );
  const dots = placed.filter(({ where }) => FINE.has(where.precision ?? ''));
  const projection = geoEquirectangular();
  if (dots.length > 0) {
    const margin = 4;
    const west = Math.min(...dots.map(({ where }) => where.longitude)) - margin;
    const east = Math.max(...dots.map(({ where }) => where.longitude)) + margin;
    const south = Math.min(...dots.map(({ where }) => where.latitude)) - margin;
    const north = Math.max(...dots.map(({ where }) => where.latitude)) + margin;
    projection.fitSize([WIDTH, HEIGHT], {
      type: 'MultiPoint',
      coordinates: [
        [west, south],
        [east, north],
      ],
    });
  } else projection.fitSize([WIDTH, HEIGHT], LAND);
  const path = geoPath(projection);
  const coarse = placed.filter(({ where }) => !FINE.has(where.precision ?? ''));
  return (
    <>
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {query.isPending ? <p role="status">Loading the map …</p> : null}
      <figure className="chart map">
        <figcaption>
          {dots.length} incidents at a town or site; {coarse.length} known only by province, country or region are in
          the list alone; {rows.length - placed.length} without a place
        </figcaption>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label="Map of incidents. The list below holds the same."
        >
          {LAND.features.map((country, i) => (
            <path key={country.id ?? i} d={path(country) ?? ''} className="land" />
          ))}
          {dots.map((row) => {
            const at = projection([row.where.longitude, row.where.latitude]);
            return at ? (
              <circle
                key={row.id}
                cx={at[0]}
                cy={at[1]}
                r={Math.min(14, 4 + Math.sqrt(row.killed?.low ?? 0))}
                className="dot"
              />
            ) : null;
          })}
        </svg>
      </figure>
      <ul aria-label="Incidents by place">
        {placed.map((row) => (
          <li key={row.id}>
            <Link to={`/incidents/${encodeURIComponent(row.id)}`}>
              {row.type} · <bdi>{row.where.name}</bdi> ({row.where.precision})
            </Link>{' '}
            {shownDays(row.when)}
          </li>
        ))}
      </ul>
    </>
  );
}
