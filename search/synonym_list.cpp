#include "search/synonyms.hpp"

namespace search {

// One group a line. "=" both ways; what stands after ">" is found by the others, but does not find them.
// Upper and lower case, plurals and hyphens make no difference, except for the acronyms that synonyms.cpp
// lists as counting in capitals only. A term may stand in several lines where people use it for several
// things.
std::string_view synonym_lines() {
    return R"(
# Voting by mail and overseas
VBM = vote by mail = voting by mail > absentee
mail ballot = mail-in ballot = mailed ballot = postal ballot = absentee ballot = AB
absentee = absentie
AV = absent voter = absentee voter
drop box = dropbox = ballot drop-off box = ballot collection box > drop-off location
UOCAVA = military and overseas voters = Uniformed and Overseas Citizens Absentee Voting Act > MOVE Act
FPCA = Federal Post Card Application = SF-76
FWAB = Federal Write-In Absentee Ballot = SF-186
FVAP = Federal Voting Assistance Program
SV = sig ver = signature verification = signature match = signature comparison = signature review
cure = ballot cure = curing = notice and cure
IMb = Intelligent Mail barcode
STID = service type identifier
USPS = Postal Service = post office
BMEU = business mail entry unit
ballot tracking = ballot tracing > BallotTrax, BallotTracks
PAV = permanent absentee voter = permanent mail list = PVBM
secrecy envelope = secrecy sleeve = inner envelope
declaration envelope = oath envelope = affidavit envelope = return envelope
naked ballot = ballot without secrecy envelope
postmark = cancellation mark

# In person
EPB = e-pollbook = epollbook = electronic poll book = electronic pollbook = e-poll book = EPR > Poll Pad, KnowInk
poll book = pollbook = precinct register = roster = check-in list
poll worker = pollworker = election worker = election judge = precinct official = election inspector = election officer = booth worker = board worker
polling place = polling location = poll site = voting location = voting site > precinct
vote center = voting center = vote centre = countywide polling place = CWPP
EV = early voting = in-person absentee = IPAV = advance voting = one-stop
ED = E-Day = Election Day
PB = provisional ballot = affidavit ballot = conditional ballot
provisional = provisonal
SDR = same-day registration = EDR = Election Day registration
conditional registration = CVR = conditional voter registration
curbside voting = drive-up voting
wait time = line = queue
line management = queue management
site survey = ADA survey = accessibility checklist
GIS = geographic information system = mapping
split = precinct split = precinct portion
BT = ballot type = ballot style

# Equipment, ballots, counting
DRE = direct recording electronic
VVPAT = voter-verified paper audit trail = VVPR
BMD = ballot marking device = accessible voting machine = AVS = ADA machine > ExpressVote, ICX, Verity Touch Writer
tabulator = scanner = optical scanner = OpScan = OSS = tabulater
PCOS = precinct count
CCOS = central count
BOD = ballot on demand = print on demand = POD
EMS = election management system
HMPB = hand-marked paper ballot
VMPB = voter-marked paper ballot
L&A = LAT = logic and accuracy = logic & accuracy test = pre-election testing = public test = LA test = L and A
test deck = marked test ballots
hash = hash validation = hash check = software validation
COTS = commercial off the shelf
VVSG = Voluntary Voting System Guidelines
VSTL = voting system test laboratory
EVS = electronic voting system
write-in = WI
UWI = undeclared write-in
over-vote = overvote
under-vote = undervote > blank contest
duplication = remaking = ballot remake = duplicated ballot
adjudication = resolution = voter intent review = outstack
CAP = central absentee precinct
AVCB = absent voter counting board
ENR = election night reporting = unofficial results
RCV = ranked choice = instant runoff = IRV
STV = single transferable vote
chain of custody = CoC = custody log
seal = tamper-evident seal = security seal
SLA = service-level agreement
RFP = request for proposal
RFI = request for information

# After election day
canvass = canvas = canvassing = official count
RLA = risk-limiting audit = risk limiting audit = BPA = ballot polling audit = ballot comparison audit
PEA = post-election audit = tabulation audit = post-election manual tally = 1 % tally
recount = retabulation = hand count > full hand count
reconciliation = ballot accounting = balancing
CVR = cast vote record
manifest = ballot manifest = batch inventory
SOV = statement of votes
SOVC = statement of votes by precinct
22 months = federal retention = record retention

# Registration
VR = voter registration
OVR = online voter registration
AVR = automatic voter registration = motor voter
NVRA = National Voter Registration Act = motor voter act
list maintenance = voter roll maintenance = roll cleaning
purge > list maintenance
NCOA = National Change of Address
ERIC = Electronic Registration Information Center
SAVE = Systematic Alien Verification for Entitlements
HAVV = Help America Vote Verification
SSA = Social Security Administration
MIDR = missing identification requirement
DMV = BMV = MVD = RMV = department of motor vehicles
VRDB = SVRS = statewide voter registration database
statewide voter registration database > SURE, SCORE, TEAM, QVF, WisVote
inactive = suspense
challenge = voter challenge = mass challenge
ACP = Address Confidentiality Program = Safe at Home = confidential voter
ID = voter identification = photo ID = voter ID

# Law and bodies
HAVA = Help America Vote Act
EAC = Election Assistance Commission
EAVS = Election Administration and Voting Survey
VRA = Voting Rights Act
Section 203 = language minority provisions
LEP = limited English proficiency
ADA = Americans with Disabilities Act
WCAG = web accessibility guidelines
accessible = accessable
P&A = protection and advocacy
CDF = common data format
EI-ISAC = MS-ISAC = ISAC
SLTT = state, local, tribal and territorial
NACo = National Association of Counties
iGO = International Association of Government Officials
Election Center = National Association of Election Officials
CERA = Certified Elections/Registration Administrator
CCD = Center for Civic Design
VIP = Voting Information Project
SOS = Secretary of State = SBOE = SBE = state board of elections
AG = attorney general
LEO = local election official
LEO = law enforcement officer
BOE = board of elections = election commission
SOE = supervisor of elections
ELECT = Department of Elections
FOIA = PRR = public records request = open records = sunshine request = right-to-know = CPRA
ECRA = Electoral Count Reform Act
PII = personal information > redaction

# Security and information
MDM = misinformation = disinformation = malinformation = rumor = false claims > deepfake
DDoS = denial of service
MFA = 2FA = multi-factor
EDR = endpoint detection
IDS = Albert sensor
phishing = spear phishing
TTX = tabletop exercise = tabletop = table-top
COOP = continuity of operations = continuity plan
AAR = after-action report = hot wash = debrief
IRP = incident response plan
dox = doxing = doxxing
HAZMAT = white powder = fentanyl = suspicious mail
naloxone = Narcan
poll watcher = observer = challenger
electioneering = campaigning at the polls > buffer zone
PIO = public information officer = press office
PSA = public service announcement
PR = press release
FAQ = frequently asked questions
SOP = standard operating procedure = procedure manual
KPI = measure
FTE = full-time equivalent
OT = overtime
temp = seasonal worker = extra help
CIP = capital improvement plan

# Misspellings that are often seen
received = recieved
signature = signiture
calendar = calender
)";
}

} // namespace search
