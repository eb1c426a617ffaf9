#include "engine/facts/deed_rows.hpp"

namespace parallax::deeds {
namespace {

using enum DeedForm;

constexpr Row kRows[] = {
    {kPayment, kVerb, kDoer, "object to", "pay,paid,reimburse,refund,repay,repaid,remit"},
    {kPayment, kVerb, kDoer, kDone, "compensate,remunerate,indemnify,recompense,make good"},
    {kPayment, kVerb, kDoer, "object to", "owe"},
    {kLoan, kVerb, "object to", kDoer, "owe,be in debt to,be indebted to,is indebted to"},
    {kPayment, kNoun, "", "to",
     "payment,compensation,damages,redress,reparations,debt,refund,indemnity,restitution"},
    {kPayment, kNoun, "", "to", "rent,fee,toll"},
    {kPayment, kHolder, "of", kDoer, "creditor"},
    {kPayment, kHolder, kDoer, "of to", "debtor"},
    {kSubsidy, kVerb, kDoer, kDone, "subsidise,subsidize,finance,fund,bankroll,sponsor"},
    {kSubsidy, kNoun, "", "to for", "subsidy,subsidies,funding,sponsorship"},
    {kLease, kVerb, kDoer, "to", "lease,rent,let,sublet,charter,rent out,lease out,let out"},
    {kLease, kVerb, "from", kDoer, "lease,rent,charter,hire"},
    {kLease, kHolder, kDoer, "of to", "landlord,lessor"},
    {kLease, kHolder, "of to", kDoer, "tenant,lessee"},
    {kSupply, kVerb, kDoer, "to", "sell,sold,deliver,supply,provide,ship,furnish"},
    {kTrade, kVerb, kDoer, "to", "export,auction"},
    {kSupply, kVerb, kDoer, kDone, "supply,provide,furnish,equip,sell,sold", "with"},
    {kTrade | kTransfer | kLoan, kVerb, "from", kDoer, "get,got,obtain,secure,receive"},
    {kTrade, kVerb, "from", kDoer, "buy,bought,purchase,import,procure,source,draw,drew,acquire"},
    {kTrade, kNoun, "", "to", "sale,delivery,supply,export,shipment"},
    {kTrade, kHolder, kDoer, "of to", "supplier,exporter,seller,vendor"},
    {kTrade, kHolder, "of", kDoer, "buyer,importer,purchaser,customer"},
    {kLoan, kVerb, kDoer, "object to", "lend,lent,loan"},
    {kLoan, kVerb, "from", kDoer, "borrow"},
    {kLoan, kNoun, "", "to", "loan,credit"},
    {kLoan, kHolder, kDoer, "to of", "lender"},
    {kLoan, kHolder, "from of", kDoer, "borrower"},
    {kLoan | kTransfer, kVerb, "from", kDoer, "have on loan,has,had,have", "on loan"},
    {kTransfer | kLoan, kVerb, kDoer, "object to", "grant,extend"},
    {kTransfer, kVerb, kDoer, "object to",
     "give,gave,given,hand,hand over,handed over,award,donate,transfer,cede,send,sent,return,"
     "entrust,bequeath,pass,present,bestow on,confer on,deliver,allot,assign"},
    {kTransfer, kVerb, kDoer, "to", "surrender,extradite,repatriate,turn over,relinquish,concede"},
    {kTransfer, kVerb, kDoer, "to in", "send,sent,dispatch,second"},
    {kTransfer, kVerb, "from", "to",
     "extradite,transfer,hand over,deliver,ship,send,sent,pass,return"},
    {kTransfer, kVerb, kDoer, "over to", "hand,turn,give,gave"},
    {kTransfer, kVerb, kDoer, "of", "deliver,hand,hand over,turn,surrender,give,gave",
     "into custody,into the custody,into the hands,into the keeping"},
    {kTransfer, kVerb, "from", kDoer, "take over,took over,take delivery,inherit,regain,collect"},
    {kTransfer, kNoun, "", "to", "donation,gift,transfer,handover,award,surrender"},
    {kTransfer, kHolder, kDoer, "to of", "donor,giver"},
    {kTransfer, kHolder, "of from", kDoer, "recipient,beneficiary"},
    {kLicence, kVerb, kDoer, kDone, "license,licence,authorise,authorize,permit,accredit"},
    {kLicence, kVerb, kDoer, "to", "issue"},
    {kLicence, kNoun, "", "to", "licence,license,permit,accreditation,concession"},
    {kAsylum, kVerb, "in with", kDoer,
     "find refuge,found refuge,find asylum,found asylum,take refuge,took refuge,seek refuge"},
    {kAsylum, kVerb, kDoer, "object to", "shelter,harbour,give refuge,offer refuge,take in"},
    {kAsylum, kNoun, "", "to", "asylum,refuge,sanctuary,shelter"},
    {kAttack, kVerb, kDoer, "object on at",
     "attack,assault,raid,storm,shell,bombard,bomb,ambush,overrun,overran,open fire on,open fire "
     "at,fire on,fire upon,fire at,shoot at,shot at,strafe,molest,set upon,beat,beaten,beat up"},
    {kAttack, kVerb, kDoer, "on at", "fire,open fire,shoot,shot"},
    {kAttack, kVerb, "from by of", kDoer,
     "come under fire,came under fire,come under attack,came under attack,take fire,took fire,come "
     "under shelling,came under shelling,come under bombardment,came under bombardment"},
    {kAttack, kNoun, "", "on against of at upon",
     "attack,assault,raid,shelling,bombardment,ambush,fire,gunfire,shellfire"},
    {kCollision, kVerb, kDoer, "object into of",
     "ram,run into,ran into,drive into,drove into,driven into,steer into,crash into,plough into,"
     "plow into,smash into,strike,struck,hit,bump into,sail into,knock down"},
    {kBlow, kVerb, kDoer, kDone, "hit,strike,struck,slap,punch,kick,beat,beaten"},
    {kRescue, kVerb, kDoer, kDone,
     "rescue,save,bring down,brought down,pull out,pick up,evacuate,lead to safety"},
    {kRescue, kVerb, kDoer, kDone, "bring,brought,lead,led,carry,take,took",
     "down from,to safety,ashore,to shore"},
    {kRescue, kVerb, kDoer, kDone,
     "pull,haul,fish,pluck,lift,winch,drag,scoop,hoist,take,took,taken,free,dig,dug",
     "from the water,out of the water,from the sea,out of the sea,from the waves,from the river,"
     "from the flames,out of the flames,from the rubble,out of the rubble,from the wreck,out of "
     "the "
     "wreck,from the wreckage,from drowning,from the ice,on board,aboard,off the rocks,from the "
     "burning,out of the burning,from the sinking,off the sinking"},
    {kRescue, kVerb, "to", kDoer,
     "owe his life,owe her life,owe their lives,owe their rescue,owe his rescue,owe its rescue"},
    {kRescue, kNoun, "", "of owner", "rescue"},
    {kTow, kVerb, kDoer, kDone, "tow"},
    {kTow, kVerb, kDoer, kDone, "take,took,taken", "in tow,under tow"},
    {kTow, kNoun, "", "to", "tow"},
    {kEscort, kVerb, kDoer, kDone, "escort,accompany,convoy,shepherd"},
    {kEscort, kNoun, "", "for to", "escort,protection"},
    {kArrest, kVerb, kDoer, kDone,
     "arrest,detain,capture,apprehend,imprison,kidnap,abduct,seize,nab,jail,take into custody,"
     "took into custody,taken into custody,take prisoner,took prisoner,taken prisoner,take "
     "hostage,took hostage,taken hostage,take captive,took captive,taken captive"},
    {kArrest, kVerb, kDoer, kDone, "take,took,taken,hold,held,lead,led",
     "into custody,prisoner,hostage,captive,away in handcuffs"},
    {kArrest, kNoun, "", "of owner", "arrest,detention,capture,kidnapping,abduction,seizure"},
    {kArrest, kHolder, "of", kDoer, "captive,prisoner,hostage"},
    {kArrest, kHolder, kDoer, "of", "captor,kidnapper,abductor"},
    {kSuccession, kVerb, kDoer, kDone,
     "replace,succeed,supplant,supersede,oust,relieve,take over from,took over from,take the place "
     "of,took the place of,taken the place of,take the seat of,took the seat of,taken the seat "
     "of,step into the shoes of,stand in for,stood in for,substitute for,fill in for"},
    {kSuccession, kVerb, kDoer, "owner",
     "take his place,took his place,taken his place,take her place,took her place,taken her "
     "place,take its place,took its place,take their place,took their place,step into his "
     "shoes,step into her shoes,take his seat,took his seat,take her seat,took her seat,fill his "
     "shoes,fill her shoes"},
    {kSuccession, kVerb, kDoer, "from", "take over,took over,taken over"},
    {kSuccession, kVerb, "to for", kDoer,
     "give way,gave way,make way,made way,step aside,make room,made room"},
    {kSuccession, kHolder, kDoer, "of to", "successor,replacement"},
    {kSuccession | kPrecedence, kHolder, "of to", kDoer, "predecessor"},
    {kPrecedence, kVerb, kDoer, kDone, "precede,predate"},
    {kPrecedence, kVerb, kDone, kDoer, "follow"},
    {kContest, kVerb, kDoer, kDone,
     "defeat,beat,beaten,outvote,overcome,overcame,trounce,thrash,vanquish,outplay,unseat,outpoll,"
     "rout,knock out,get the better of,got the better of,overpower,eliminate,edge out,overrule,"
     "override,overrode,overridden,outmanoeuvre,outwit,outflank,outbid,outdo,outdid,outclass,upset,"
     "subdue,repel,crush,see off,saw off,win out over,won out over,gain the upper hand over,gained "
     "the upper hand over,get the upper hand of,got the upper hand of"},
    {kContest, kVerb, kDoer, "over against of",
     "prevail,win,won,triumph,come out on top,came out on top,carry the day,carried the day,get "
     "its "
     "way,got its way,have its way,had its way,gain the upper hand,gained the upper hand,come out "
     "ahead,came out ahead,finish ahead,score a victory,record a victory,sail past,sailed past"},
    {kContest, kVerb, "to against", kDoer,
     "lose,lost,succumb,concede,capitulate,come off worse,came off worse,go down,went down,fell,"
     "bow,back down,yield,bend,go under,went under,come off second best,came off second best,"
     "surrender,finish behind,trail,trail behind"},
    {kContest, kNoun, "", "over against", "victory,win,triumph"},
    {kContest, kNoun, "of", "", "loss"},
    {kContest, kHolder, kDoer, "over of", "winner,victor"},
    {kDismissal, kVerb, kDoer, kDone, "dismiss,sack,remove,oust,depose,suspend,relieve,fire"},
    {kDismissal, kNoun, "", "of owner", "dismissal,removal,ouster,suspension"},
    {kInspection, kVerb, kDoer, kDone,
     "inspect,audit,examine,check,review,investigate,search,scrutinise,scrutinize,vet"},
    {kInspection, kNoun, "", "of at into on",
     "inspection,audit,examination,check,review,investigation,search"},
    {kInspection, kHolder, kDoer, "of", "auditor"},
    {kService, kVerb, kDoer, kDone, "employ,hire,recruit,engage,take on,took on,taken on"},
    {kService, kVerb, "for", kDoer, "work"},
    {kService, kVerb, "of", kDoer, "be on the payroll,on the payroll,in the employ,in the service"},
    {kService, kVerb, kDoer, kDone, "have,has,had,keep,kept",
     "on payroll,on the payroll,on her payroll,on his payroll,on its payroll,on their payroll,as "
     "its "
     "employee"},
    {kService, kHolder, kDoer, "of", "employer"},
    {kService, kHolder, "of", kDoer, "employee"},
    {kTakeover, kVerb, kDoer, "in object", "acquire,buy,bought,purchase"},
    {kTakeover, kVerb, kDoer, kDone, "take over,took over,taken over,absorb,swallow,annex"},
    {kTakeover, kVerb, "of into object", kDoer,
     "come under the control,came under the control,pass into the hands,pass under the control,"
     "merge into,be merged into,fall under the control,pass to"},
    {kTakeover, kNoun, "", "of in", "takeover,acquisition,purchase,absorption"},
    {kTakeover, kHolder, kDoer, "of", "owner,parent company"},
    {kMembership, kVerb, kDoer, kDone,
     "join,enter,accede to,become a member of,became a member of,become an affiliate of,became an "
     "affiliate of,become part of,became part of,belong to"},
    {kMembership, kVerb, kDone, kDoer, "admit,take in,took in"},
    {kMembership, kVerb, kDone, "to into", "admit"},
    {kMembership | kTermination, kVerb, kDoer, kDone,
     "leave,left,quit,withdraw from,withdrew from,walk out of,break off,broke off,pull out of"},
    {kMembership, kHolder, kDoer, "of", "affiliate"},
    {kHindrance, kVerb, kDoer, kDone,
     "block,bar,obstruct,jam,disrupt,disturb,hinder,impede,prevent,surround,encircle,blockade,"
     "besiege,intercept,shadow"},
    {kHindrance, kVerb, kDoer, kDone, "lock,shut,keep,kept", "out of,out from"},
    {kHindrance, kNoun, "", "of", "jamming,blockade,obstruction,disruption,interception"},
    {kHelp, kVerb, kDoer, kDone, "help,assist,aid,support,come to the aid of,came to the aid of"},
    {kHelp, kNoun, "", "to for", "help,assistance,aid,support"},
    {kProperty, kVerb, kDoer, kDone, "own,possess"},
    {kProperty, kVerb, kDone, kDoer, "belong to"},
    {kPursuit, kVerb, kDoer, kDone, "chase,pursue,hunt,go after"},
    {kPursuit, kVerb, "from", kDoer, "flee,fled,escape"},
    {kInvasion, kVerb, kDoer, kDone, "invade,occupy,conquer"},
    {kInvasion, kNoun, "", "of", "invasion,occupation"},
    {kExpulsion, kVerb, kDoer, kDone, "expel,deport,banish"},
    {kExpulsion, kNoun, "", "of owner", "expulsion,deportation"},
    {kRelease, kVerb, kDoer, kDone, "free,liberate,release"},
    {kSurveillance, kVerb, kDoer, "on object", "spy,wiretap,eavesdrop,tap"},
    {kTermination, kVerb, kDoer, "with", "terminate,cancel,rescind,break,broke,end"},
};

}  // namespace

std::span<const Row> rows_of_acts() {
  return kRows;
}

}  // namespace parallax::deeds
