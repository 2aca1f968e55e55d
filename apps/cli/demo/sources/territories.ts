/**
 * Parts of states by the first three digits of ZIP codes, for partners that the directory gives a region and not a state.
 * Neighbours share some: Chicago has two partners.
 */
export const PARTS: Readonly<Record<string, readonly (readonly [state: string, zips: string])[]>> = {
  'grand-canyon-university': [['AZ', '850 851 852 853']],
  '9-dots': [['CA', '900 901 902 903 904 905 906 907 908 910 911 912 913 914 915 916 917 918 926 927 928']],
  'alameda-county-office': [['CA', '940 941 943 944 945 946']],
  'contra-costa-county-office': [['CA', '945 946 947 948']],
  'elementary-institute-of-science': [['CA', '919 920 921']],
  'fresno-county-superintendent': [['CA', '936 937 938']],
  'riverside-county-office': [['CA', '922 923 924 925']],
  'silicon-valley-education': [['CA', '940 943 950 951']],
  'broward-county-schools': [['FL', '330 333']],
  'florida-state-college': [['FL', '320 322']],
  'orlando-science-center': [['FL', '327 328 347']],
  'depaul-university': [['IL', '600 601 602 603 604 605 606 607 608']],
  lumity: [['IL', '606 607 608']],
  'science-city': [
    ['KS', '660 661 662'],
    ['MO', '640 641'],
  ],
  'code-interactive': [['NY', '100 101 102 103 104 110 111 112 113 114 116']],
  'wny-stem': [['NY', '140 141 142 143 144 145 146 147']],
  'delaware-county-iu': [['PA', '180 181 183 189 190 191 192 193 194 195 196']],
  'allegheny-iu': [['PA', '150 151 152 153 154 156 160 161 165']],
  'ut-austin-stem': [['TX', '765 786 787 789']],
  'rice-university': [['TX', '770 772 773 774 775 776 777']],
  'ut-dallas': [['TX', '750 751 752 753 754 760 761 762']],
  'esd-101': [['WA', '990 991 992']],
  'puget-sound-esd': [['WA', '980 981 982 983 984']],
};
