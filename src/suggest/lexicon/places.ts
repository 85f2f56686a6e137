/** Countries, states, capitals and nationalities: capitals that name no person. Written by hand for this project. */
export const places: ReadonlySet<string> = new Set(
  `afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus
  belgium benin bolivia bosnia botswana brazil britain bulgaria burundi cambodia cameroon canada chile china
  colombia congo croatia cuba cyprus czechia denmark ecuador egypt england eritrea estonia ethiopia europe finland
  france gabon gambia germany ghana greece guatemala guinea haiti honduras hungary iceland india indonesia
  iran iraq ireland israel italy jamaica japan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia
  lebanon liberia libya lithuania luxembourg madagascar malawi malaysia mali malta mauritania mauritius mexico moldova
  mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman
  pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa
  senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan
  tanzania thailand togo tunisia turkey türkiye turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam
  wales yemen zambia zimbabwe scotland africa asia america americas
  alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois
  iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
  nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont wisconsin wyoming manhattan brooklyn
  london paris berlin moscow kyiv kiev beijing tokyo seoul delhi brussels washington tehran jerusalem cairo ankara
  istanbul madrid rome athens vienna warsaw prague budapest nairobi lagos johannesburg pretoria dublin
  geneva hague kabul baghdad damascus beirut riyadh doha dubai astana almaty tashkent dushanbe bishkek minsk
  belgrade zagreb sarajevo hanoi bangkok jakarta manila singapore sydney canberra ottawa toronto chicago
  boston philadelphia baltimore atlanta miami dallas houston denver seattle detroit cleveland pittsburgh
  hampshire york jersey zealand carolina dakota virginia orleans vegas angeles francisco diego
  cincinnati orlando tampa phoenix portland sacramento milwaukee minneapolis
  afghan african american arab asian australian austrian belarusian belgian brazilian british bulgarian cambodian canadian
  chilean chinese colombian croatian cuban czech danish dutch egyptian english estonian ethiopian european finnish french
  german ghanaian greek hungarian indian indonesian iranian iraqi irish israeli italian japanese kazakh kenyan korean
  kurdish latvian lebanese libyan lithuanian malaysian mexican mongolian moroccan nigerian nigerien norwegian pakistani
  palestinian peruvian polish portuguese romanian russian saudi scottish serbian somali spanish sudanese swedish swiss
  syrian taiwanese tajik thai tunisian turkish ukrainian uzbek venezuelan vietnamese welsh western eastern northern
  southern democratic republican democrat republicans democrats conservative labour liberal muslim christian jewish
  catholic islamic white black latino hispanic
  twitter facebook instagram telegram youtube whatsapp reddit google christmas easter congress senate parliament
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december`.split(/\s+/u),
);
