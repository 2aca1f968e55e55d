import type { PlainDate } from '#kernel/time/plain-date';
import { plainDate } from '#kernel/time/plain-date';

/** An organisation of the demo network, as it is onboarded. */
export interface DemoPartner {
  readonly slug: string;
  readonly name: string;
  readonly states: readonly string[];
  readonly territory: string;
  readonly timeZone: string;
  readonly since: PlainDate;
}

/** The directory is that of the school year 2017–18: every partner counts from its first day. */
const SINCE = plainDate('2017-07-01');

const PACIFIC = 'America/Los_Angeles';
const MOUNTAIN = 'America/Denver';
const CENTRAL = 'America/Chicago';
const EASTERN = 'America/New_York';

type Line = readonly [slug: string, states: string, timeZone: string, name: string, territory: string];

/**
 * The organisations of the 2017–18 directory, in its order. It names 54: Science City stands there once for Kansas and once
 * for Missouri and is one partner. Slips of its keyboard are mended (`West Virgina`).
 */
const LINES: readonly Line[] = [
  ['aplus-college-ready', 'AL', CENTRAL, 'A+ College Ready', 'Alabama'],
  [
    'grand-canyon-university',
    'AZ',
    'America/Phoenix',
    'Grand Canyon University & Science Foundation Arizona',
    'Phoenix, Arizona',
  ],
  ['9-dots', 'CA', PACIFIC, '9 Dots Community Learning Center', 'Los Angeles and Orange County, California'],
  ['alameda-county-office', 'CA', PACIFIC, 'Alameda County Office of Education', 'San Francisco, California'],
  ['contra-costa-county-office', 'CA', PACIFIC, 'Contra Costa County Office of Education', 'East Bay, California'],
  ['elementary-institute-of-science', 'CA', PACIFIC, 'Elementary Institute of Science', 'San Diego, California'],
  [
    'fresno-county-superintendent',
    'CA',
    PACIFIC,
    'Fresno County Superintendent of Schools',
    'Fresno County, California',
  ],
  ['riverside-county-office', 'CA', PACIFIC, 'Riverside County Office of Education', 'Inland Empire, California'],
  ['silicon-valley-education', 'CA', PACIFIC, 'Silicon Valley Education Foundation', 'San Jose, California'],
  ['mindspark', 'CO', MOUNTAIN, 'mindSpark Learning and Colorado Education Initiative', 'Colorado'],
  ['broward-county-schools', 'FL', EASTERN, 'Broward County Public Schools', 'Broward, Florida'],
  ['florida-state-college', 'FL', EASTERN, 'Florida State College Jacksonville', 'Jacksonville, Florida'],
  ['orlando-science-center', 'FL', EASTERN, 'Orlando Science Center', 'Orlando, Florida'],
  [
    'georgia-tech-ceismc',
    'GA',
    EASTERN,
    'Georgia Tech Center for Education Integrating Science, Mathematics, and Computing',
    'Georgia',
  ],
  ['stemworks', 'HI', 'Pacific/Honolulu', 'STEMworks, a Program of Women In Technology', 'Hawaii'],
  ['idaho-digital-learning', 'ID', 'America/Boise', 'Idaho Digital Learning', 'Idaho'],
  ['depaul-university', 'IL', CENTRAL, 'DePaul University Chicago', 'Chicago, Illinois'],
  ['lumity', 'IL', CENTRAL, 'Lumity', 'Chicago'],
  ['nextech', 'IN', 'America/Indiana/Indianapolis', 'Nextech', 'Indiana'],
  ['newboco', 'IA', CENTRAL, 'NewBoCo', 'Iowa'],
  ['science-city', 'KS MO', CENTRAL, 'Science City - Union Station', 'Kansas City, Kansas and Missouri'],
  ['advancekentucky', 'KY', EASTERN, 'AdvanceKentucky', 'Kentucky'],
  ['educate-maine', 'ME', EASTERN, 'Educate Maine & Maine Mathematics and Science Alliance', 'Maine'],
  [
    'ceasom',
    'MD',
    EASTERN,
    'The Council of Educational Administrative and Supervisory Organizations of Maryland (CEASOM)',
    'Northern Maryland',
  ],
  ['michigan-msc-network', 'MI', 'America/Detroit', 'Michigan Mathematics and Science Centers Network', 'Michigan'],
  ['twin-cities-pbs', 'MN', CENTRAL, 'Twin Cities PBS', 'Minnesota'],
  ['mississippi-state', 'MS', CENTRAL, 'Mississippi State University', 'Mississippi'],
  [
    'washington-university-isp',
    'MO',
    CENTRAL,
    'Institute for School Partnership at Washington University in St. Louis',
    'Missouri',
  ],
  ['big-sky-code-academy', 'MT', MOUNTAIN, 'America Campaign - Big Sky Code Academy', 'Montana'],
  ['university-of-nebraska', 'NE', CENTRAL, 'University of Nebraska - Lincoln', 'Nebraska'],
  ['southern-nevada-rpdp', 'NV', PACIFIC, 'Southern Nevada Regional Professional Development Program', 'Nevada'],
  ['unh-cs4nh', 'NH', EASTERN, 'The University of New Hampshire and the CS4NH Coalition', 'New Hampshire'],
  ['tcnj', 'NJ', EASTERN, 'TCNJ Center for Excellence in STEM Education', 'New Jersey'],
  ['explora', 'NM', MOUNTAIN, 'Explora', 'New Mexico'],
  ['code-interactive', 'NY', EASTERN, 'Code/Interactive', 'New York City'],
  ['wny-stem', 'NY', EASTERN, 'WNY STEM', 'Western New York'],
  ['friday-institute', 'NC', EASTERN, 'The Friday Institute', 'Durham, North Carolina'],
  ['battelle-education', 'OH', EASTERN, 'Battelle Education', 'Ohio'],
  ['the-div', 'OK', CENTRAL, 'The Div', 'Oklahoma'],
  ['delaware-county-iu', 'PA', EASTERN, 'Delaware County Intermediate Unit', 'Eastern PA'],
  ['allegheny-iu', 'PA', EASTERN, 'Allegheny Intermediate Unit', 'Western PA'],
  ['university-of-rhode-island', 'RI', EASTERN, 'University of Rhode Island', 'Rhode Island'],
  ['citadel-stem', 'SC', EASTERN, 'The STEM Center of Excellence at The Citadel', 'South Carolina'],
  ['tennessee-education', 'TN', CENTRAL, 'Tennessee Department of Education', 'Tennessee'],
  ['ut-austin-stem', 'TX', CENTRAL, 'Center for STEM Education, The University of Texas at Austin', 'Austin, Texas'],
  ['rice-university', 'TX', CENTRAL, 'Rice University School Mathematics Project', 'Houston, Texas'],
  ['ut-dallas', 'TX', CENTRAL, 'The University of Texas at Dallas', 'Dallas, Texas'],
  ['utah-stem-action-center', 'UT', MOUNTAIN, 'Utah STEM Action Center', 'Utah'],
  ['codeva', 'VA', EASTERN, 'CodeVA', 'Virginia'],
  ['esd-101', 'WA', PACIFIC, 'NorthEast Washington Education Service District 101', 'Spokane, Washington'],
  ['puget-sound-esd', 'WA', PACIFIC, 'Puget Sound Educational Service District', 'Puget Sound, Washington'],
  ['wvu-stem', 'WV', EASTERN, 'WVU Center for Excellence in STEM Education', 'West Virginia'],
  ['marquette-university', 'WI', CENTRAL, 'Marquette University', 'Wisconsin'],
];

export const DEMO_PARTNERS: readonly DemoPartner[] = LINES.map(([slug, states, timeZone, name, territory]) => ({
  slug,
  name,
  states: states.split(' '),
  territory,
  timeZone,
  since: SINCE,
}));
