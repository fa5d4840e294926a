-- What the map of footprints is drawn from: our own tiles, and boundaries where an officer has imported them.

-- One row per district that has a place on the tile map.
CREATE TABLE district_tile (
  area_code VARCHAR PRIMARY KEY REFERENCES area (area_code),
  tile_column INTEGER NOT NULL CHECK (tile_column > 0),
  tile_row INTEGER NOT NULL CHECK (tile_row > 0)
);
COMMENT ON TABLE district_tile IS 'One row per district on the tile map. Ours: the order of the districts on the ground, not their size or shape.';
COMMENT ON COLUMN district_tile.tile_column IS 'Place from the west, counted from 1.';
COMMENT ON COLUMN district_tile.tile_row IS 'Place from the north, counted from 1.';

-- One row per abolished area and the area it became part of.
CREATE TABLE area_successor (
  area_code VARCHAR NOT NULL REFERENCES area (area_code),
  successor_code VARCHAR NOT NULL,
  successor_name VARCHAR NOT NULL,
  PRIMARY KEY (area_code, successor_code)
);
COMMENT ON TABLE area_successor IS 'One row per abolished area and the area it became part of, which newer boundary_ring files hold in its place.';
COMMENT ON COLUMN area_successor.successor_code IS 'GSS code of the area it became part of.';
COMMENT ON COLUMN area_successor.successor_name IS 'Name of that area.';

-- One row per area of an imported boundary file that the place knows.
CREATE TABLE boundary (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  area_code VARCHAR NOT NULL,
  label_easting INTEGER NOT NULL,
  label_northing INTEGER NOT NULL,
  points_received INTEGER NOT NULL CHECK (points_received > 0),
  points_kept INTEGER NOT NULL CHECK (points_kept > 0),
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  PRIMARY KEY (area_code)
);
COMMENT ON TABLE boundary IS 'One row per area whose boundary was imported: an area of the place, or the successor of one.';
COMMENT ON COLUMN boundary.area_code IS 'GSS code of the area.';
COMMENT ON COLUMN boundary.label_easting IS 'Where its name goes: metres east in British National Grid, a point well inside its largest part.';
COMMENT ON COLUMN boundary.label_northing IS 'The same, metres north.';
COMMENT ON COLUMN boundary.points_received IS 'Number of points in the file.';
COMMENT ON COLUMN boundary.points_kept IS 'Number of points after it was made simpler.';
COMMENT ON COLUMN boundary.source_line IS 'Number of the feature in the file, counted from 1.';

-- One row per ring.
CREATE TABLE boundary_ring (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  area_code VARCHAR NOT NULL REFERENCES boundary (area_code),
  part INTEGER NOT NULL CHECK (part > 0),
  ring INTEGER NOT NULL CHECK (ring >= 0),
  points VARCHAR NOT NULL,
  PRIMARY KEY (area_code, part, ring)
);
COMMENT ON TABLE boundary_ring IS 'One row per ring of an imported boundary.';
COMMENT ON COLUMN boundary_ring.area_code IS 'GSS code of the area; key of boundary.';
COMMENT ON COLUMN boundary_ring.part IS 'Part of the area, the largest first, counted from 1.';
COMMENT ON COLUMN boundary_ring.ring IS '0 the outer ring of the part; from 1 its holes.';
COMMENT ON COLUMN boundary_ring.points IS 'Points in British National Grid, whole metres, as easting and northing with a space between, points with commas between.';
