#include "engine/compare/deed_words.hpp"

#include <algorithm>
#include <unordered_map>

namespace parallax {
namespace {

constexpr std::uint64_t bit(unsigned at) {
  return std::uint64_t{1} << at;
}

constexpr std::uint64_t kCase = bit(0);
constexpr std::uint64_t kCharge = bit(1);
constexpr std::uint64_t kCriticism = bit(2);
constexpr std::uint64_t kTestimony = bit(3);
constexpr std::uint64_t kSummons = bit(4);
constexpr std::uint64_t kVisit = bit(5);
constexpr std::uint64_t kInvitation = bit(6);
constexpr std::uint64_t kApology = bit(7);
constexpr std::uint64_t kThanks = bit(8);
constexpr std::uint64_t kCongratulation = bit(9);
constexpr std::uint64_t kNews = bit(10);
constexpr std::uint64_t kAdvice = bit(11);
constexpr std::uint64_t kRequest = bit(12);
constexpr std::uint64_t kOrder = bit(13);
constexpr std::uint64_t kPersuasion = bit(14);
constexpr std::uint64_t kPayment = bit(15);
constexpr std::uint64_t kSubsidy = bit(16);
constexpr std::uint64_t kLease = bit(17);
constexpr std::uint64_t kTrade = bit(18);
constexpr std::uint64_t kLoan = bit(19);
constexpr std::uint64_t kTransfer = bit(20);
constexpr std::uint64_t kLicence = bit(21);
constexpr std::uint64_t kAsylum = bit(22);
constexpr std::uint64_t kAttack = bit(23);
constexpr std::uint64_t kCollision = bit(24);
constexpr std::uint64_t kRescue = bit(25);
constexpr std::uint64_t kTow = bit(26);
constexpr std::uint64_t kEscort = bit(27);
constexpr std::uint64_t kArrest = bit(28);
constexpr std::uint64_t kSuccession = bit(29);
constexpr std::uint64_t kContest = bit(30);
constexpr std::uint64_t kNomination = bit(31);
constexpr std::uint64_t kDismissal = bit(32);
constexpr std::uint64_t kInspection = bit(33);
constexpr std::uint64_t kService = bit(34);
constexpr std::uint64_t kTeaching = bit(35);
constexpr std::uint64_t kTakeover = bit(36);
constexpr std::uint64_t kMembership = bit(37);
constexpr std::uint64_t kRepresentation = bit(38);
constexpr std::uint64_t kInterview = bit(39);
constexpr std::uint64_t kHindrance = bit(40);
constexpr std::uint64_t kTranslation = bit(41);
constexpr std::uint64_t kMediation = bit(42);
constexpr std::uint64_t kHelp = bit(43);
constexpr std::uint64_t kPraise = bit(44);
constexpr std::uint64_t kProperty = bit(45);
constexpr std::uint64_t kPursuit = bit(46);
constexpr std::uint64_t kGuarantee = bit(47);
constexpr std::uint64_t kAnnulment = bit(48);
constexpr std::uint64_t kDeception = bit(49);
constexpr std::uint64_t kBlow = bit(50);
constexpr std::uint64_t kInvasion = bit(51);
constexpr std::uint64_t kExpulsion = bit(52);
constexpr std::uint64_t kRelease = bit(53);
constexpr std::uint64_t kPrecedence = bit(54);
constexpr std::uint64_t kSurveillance = bit(55);
constexpr std::uint64_t kTermination = bit(56);
constexpr std::uint64_t kSupply = kTrade | kTransfer;

/// Words that tell the same deeds and name the parties in the same places.
struct Row {
  std::uint64_t deeds = 0;
  DeedForm form = DeedForm::kVerb;
  std::string_view agent, patient;
  std::string_view words;  ///< Separated by commas; forms that no stem reaches each by itself.
  std::string_view tail = {};
};

using enum DeedForm;

constexpr std::string_view kDoer = "subject";
constexpr std::string_view kDone = "object";
constexpr std::string_view kTold = "object topic";

constexpr Row kRows[] = {
    {kCase, kVerb, kDoer, kDone, "sue,bring to court,bring before court"},
    {kCase, kVerb, kDoer, kDone, "take,took,taken,haul,drag,bring,brought,report",
     "to court,to the court,to tribunal,to the tribunal,before the court,to arbitration,to the "
     "ombudsman,to the ombudsperson,to the office,to the integrity office,to the police"},
    {kCase, kVerb, kDoer, "of about against", "complain,litigate,petition"},
    {kCase, kVerb, kDoer, "with to", "take exception,took exception"},
    {kCase, kVerb, "against", kDoer, "defend itself,defend himself,defend herself"},
    {kCase, kNoun, "", "against about concerning over",
     "complaint,grievance,lawsuit,suit,action,proceedings,claim,case,petition,litigation"},
    {kCase, kHolder, kDoer, "against", "claimant,plaintiff,complainant,petitioner"},
    {kCase, kHolder, "", kDoer, "respondent,defendant"},
    {kCase | kCharge, kNoun, "", "against concerning about", "report"},
    {kCharge, kVerb, kDoer, kTold,
     "accuse,indict,charge,denounce,implicate,reproach,impeach,arraign,prosecute,incriminate"},
    {kCharge | kCriticism, kVerb, kDoer, kDone, "blame,fault"},
    {kCharge, kNoun, "", "against at on", "accusation,allegation,charge,indictment,denunciation"},
    {kCharge, kHolder, kDoer, "of", "accuser"},
    {kCriticism, kVerb, kDoer, kDone,
     "criticise,criticize,rebuke,reprimand,censure,chide,lambast,lambaste,castigate,scold,"
     "admonish,upbraid,berate,reprove,reproach,slam,find fault with,found fault with,take aim at,"
     "took aim at,take issue with,took issue with"},
    {kCriticism, kVerb, kDoer, kDone, "take,took,taken", "to task"},
    {kCriticism, kNoun, "", "of against at to towards for",
     "criticism,rebuke,reprimand,censure,reproach,admonition"},
    {kTestimony, kVerb, kDoer, "against", "testify,give evidence,gave evidence,given evidence"},
    {kTestimony | kCharge, kVerb, kDoer, kDone, "incriminate"},
    {kTestimony, kNoun, "", "against", "testimony"},
    {kSummons, kVerb, kDoer, kDone,
     "summon,call in,send for,sent for,cite,subpoena,convoke,order in"},
    {kSummons, kNoun, "", "to", "summons"},
    {kVisit, kVerb, kDoer, "object in", "visit,tour"},
    {kVisit, kVerb, kDoer, "to",
     "travel,fly,flew,flown,journey,come as guest,came as guest,come,came,go,went"},
    {kVisit, kVerb, kDone, kDoer, "host,receive,welcome,entertain"},
    {kVisit, kNoun, "", "to", "visit,trip,tour"},
    {kVisit, kHolder, "to of", kDoer, "host"},
    {kVisit, kHolder, kDoer, "of in", "guest"},
    {kInvitation, kVerb, kDoer, kDone, "invite,ask along,bid"},
    {kInvitation, kNoun, "", "to", "invitation,invite"},
    {kInvitation, kHolder, kDoer, "", "inviter"},
    {kApology, kVerb, kDoer, "to",
     "apologise,apologize,say sorry,said sorry,express regret,express contrition"},
    {kApology, kNoun, "", "to", "apology,apologies,regret,contrition,remorse"},
    {kThanks, kVerb, kDoer, kDone, "thank"},
    {kThanks, kNoun, "", "to towards", "gratitude,thanks,appreciation"},
    {kCongratulation, kVerb, kDoer, kDone, "congratulate,felicitate"},
    {kCongratulation, kNoun, "", "to", "congratulations,felicitations"},
    {kNews, kVerb, kDoer, kTold,
     "inform,tell,told,notify,brief,apprise,alert,warn,caution,forewarn,tip off,update"},
    {kNews, kVerb, "from", kDoer, "learn,learnt,hear,heard,find out,found out"},
    {kNews, kNoun, "", "to",
     "warning,alert,notice,notification,information,heads - up,tip,briefing"},
    {kAdvice, kVerb, kDoer, kTold, "advise,counsel"},
    {kAdvice, kVerb, kDoer, "to", "recommend,suggest"},
    {kAdvice, kNoun, "", "to", "advice,counsel,recommendation,suggestion"},
    {kRequest, kVerb, kDoer, kDone,
     "ask,urge,beg,challenge,implore,entreat,call on,called upon,call upon,appeal to,turn to,petition"},
    {kRequest, kVerb, kDoer, "from of", "request,demand,seek,sought"},
    {kRequest, kVerb, "to", kDoer, "consent,acquiesce"},
    {kRequest, kNoun, "", "to", "request,plea,appeal,entreaty,demand"},
    {kOrder, kVerb, kDoer, kDone, "order,instruct,command,direct"},
    {kOrder, kNoun, "", "to", "order,instruction,command,directive"},
    {kPersuasion, kVerb, kDoer, kTold,
     "persuade,convince,sway,coax,talk round,prevail upon,prevail on,win over,won over,induce,"
     "bring round,brought round,compel,coerce"},
    {kPersuasion, kVerb, kDoer, kDone, "talk,bounce,goad,pressure,push", "into"},
    {kPersuasion, kVerb, "to", kDoer,
     "give in,gave in,yield,bow,relent,give way,gave way,accede,defer"},
    {kPersuasion, kNoun, "", "of", "persuasion,urging,entreaty,entreaties"},
    {kPayment, kVerb, kDoer, "object to", "pay,paid,reimburse,refund,repay,repaid,remit"},
    {kPayment, kVerb, kDoer, kDone, "compensate,remunerate,indemnify,recompense,make good"},
    {kPayment, kVerb, kDoer, "object to", "owe"},
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
    {kRescue, kVerb, "to", kDoer,
     "owe his life,owe her life,owe their lives,owe their rescue,owe his rescue,owe its rescue"},
    {kRescue, kNoun, "", "of owner", "rescue"},
    {kTow, kVerb, kDoer, kDone, "tow"},
    {kTow, kVerb, kDoer, kDone, "take,took,taken", "in tow,under tow"},
    {kTow, kNoun, "", "to", "tow"},
    {kEscort, kVerb, kDoer, kDone, "escort,accompany,convoy,shepherd"},
    {kEscort, kNoun, "", "for to of", "escort,protection"},
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
     "rout,knock out,get the better of,got the better of,overpower,eliminate,edge out"},
    {kContest, kVerb, kDoer, "over against", "prevail,win,won,triumph,come out on top"},
    {kContest, kVerb, "to against", kDoer,
     "lose,lost,succumb,concede,capitulate,come off worse,came off worse,go down,went down,fell"},
    {kContest, kNoun, "", "over against", "victory,win,triumph"},
    {kContest, kNoun, "of", "", "loss"},
    {kContest, kHolder, kDoer, "over of", "winner,victor"},
    {kNomination, kVerb, kDoer, kDone,
     "nominate,recommend,propose,put forward,commend,put the name of,put forward the name of"},
    {kNomination, kVerb, kDoer, kDone, "appoint,promote,elect,name"},
    {kNomination, kNoun, "", "of owner", "nomination,recommendation,appointment"},
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
    {kService, kVerb, kDoer, kDone, "have,has,had,keep,kept", "on payroll,on the payroll,on her payroll,on his payroll,on its payroll,on their payroll,as its "
     "employee"},
    {kService, kHolder, kDoer, "of", "employer"},
    {kService, kHolder, "of", kDoer, "employee"},
    {kTeaching, kVerb, kDoer, kDone, "teach,taught,train,instruct,tutor,coach,mentor,supervise"},
    {kTeaching, kVerb, "from under with", kDoer, "learn,learnt,study,be trained"},
    {kTeaching, kNoun, "", "of for to", "training,tuition,instruction,lesson"},
    {kTeaching, kHolder, kDoer, "of", "teacher,trainer,instructor,tutor,mentor,coach"},
    {kTeaching, kHolder, "of", kDoer, "pupil,student,disciple,trainee,apprentice"},
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
    {kMembership | kTermination, kVerb, kDoer, kDone,
     "leave,left,quit,withdraw from,withdrew from,walk out of,break off,broke off,pull out of"},
    {kMembership, kHolder, kDoer, "of", "affiliate"},
    {kRepresentation, kVerb, kDoer, kDone,
     "represent,speak for,spoke for,speak on behalf of,spoke on behalf of,act for,act on behalf "
     "of,act as voice of,act as the voice of,plead for,appear for,stand up for,appear on behalf "
     "of"},
    {kRepresentation, kHolder, kDoer, "of for to", "lawyer,counsel,attorney,advocate,voice,agent"},
    {kRepresentation, kHolder, "of", kDoer, "client"},
    {kInterview, kVerb, kDoer, kDone, "interview,question,quiz,interrogate"},
    {kInterview, kNoun, "", "with", "interview,interrogation"},
    {kHindrance, kVerb, kDoer, kDone,
     "block,bar,obstruct,jam,disrupt,disturb,hinder,impede,prevent,surround,encircle,blockade,"
     "besiege,intercept,shadow"},
    {kHindrance, kVerb, kDoer, kDone, "lock,shut,keep,kept", "out of,out from"},
    {kHindrance, kNoun, "", "of", "jamming,blockade,obstruction,disruption,interception"},
    {kTranslation, kVerb, kDoer, "for", "interpret,translate,do the interpreting,did the "
                                        "interpreting"},
    {kTranslation, kHolder, kDoer, "for of", "interpreter,translator"},
    {kMediation, kVerb, kDoer, "between", "mediate,arbitrate,broker"},
    {kMediation, kNoun, "", "between", "mediation"},
    {kMediation, kHolder, kDoer, "between", "mediator,broker,go - between"},
    {kHelp, kVerb, kDoer, kDone, "help,assist,aid,support,come to the aid of,came to the aid of"},
    {kHelp, kNoun, "", "to for", "help,assistance,aid,support"},
    {kPraise, kVerb, kDoer, kDone, "praise,commend,hail,applaud,compliment,honour,decorate"},
    {kPraise, kNoun, "", "for of to", "praise,tribute,commendation"},
    {kProperty, kVerb, kDoer, kDone, "own,possess"},
    {kProperty, kVerb, kDone, kDoer, "belong to"},
    {kPursuit, kVerb, kDoer, kDone, "chase,pursue,hunt,go after"},
    {kPursuit, kVerb, "from", kDoer, "flee,fled,escape"},
    {kGuarantee, kVerb, kDoer, "object to", "guarantee,promise,pledge,assure"},
    {kGuarantee, kNoun, "", "to", "guarantee,promise,pledge,assurance"},
    {kAnnulment, kVerb, kDoer, kDone, "annul,overturn,overrule,quash,veto,set aside"},
    {kDeception, kVerb, kDoer, kDone, "deceive,mislead,misled,cheat,defraud,betray,lie to"},
    {kDeception, kVerb, kDoer, "from", "steal,stole,stolen"},
    {kInvasion, kVerb, kDoer, kDone, "invade,occupy,conquer"},
    {kInvasion, kNoun, "", "of", "invasion,occupation"},
    {kExpulsion, kVerb, kDoer, kDone, "expel,deport,banish"},
    {kExpulsion, kNoun, "", "of owner", "expulsion,deportation"},
    {kRelease, kVerb, kDoer, kDone, "free,liberate,release"},
    {kSurveillance, kVerb, kDoer, "on object", "spy,wiretap,eavesdrop,tap"},
    {kTermination, kVerb, kDoer, "with", "terminate,cancel,rescind,break,broke,end"},
};

std::vector<std::string> stems_of(std::string_view phrase) {
  std::vector<std::string> stems;
  while (!phrase.empty()) {
    const std::string_view word = phrase.substr(0, phrase.find(' '));
    stems.push_back(stem(word, "en"));
    phrase.remove_prefix(std::min(phrase.size(), word.size() + 1));
  }
  return stems;
}

/// Stems of the forms of a verb: "sue", "sued" and "suing" have several.
std::vector<std::string> stems_of_forms(std::string_view verb) {
  const bool silent = verb.ends_with("e");
  const std::string base(silent ? verb.substr(0, verb.size() - 1) : verb);
  std::vector<std::string> stems = {stem(verb, "en")};
  for (const std::string& form : {base + "ed", base + "ing", std::string(verb) + "s"}) {
    std::string other = stem(form, "en");
    if (std::find(stems.begin(), stems.end(), other) == stems.end()) {
      stems.push_back(std::move(other));
    }
  }
  return stems;
}

struct Table {
  std::vector<DeedWord> words;
  std::unordered_map<std::string, std::vector<const DeedWord*>> by_first;
};

void add_phrase(Table& table, const Row& row, std::string_view phrase) {
  DeedWord word{row.deeds, row.form, row.agent, row.patient, stems_of(phrase), false, row.tail};
  if (row.form != kVerb) {
    table.words.push_back(std::move(word));
    return;
  }
  for (const std::string& first : stems_of_forms(phrase.substr(0, phrase.find(' ')))) {
    word.stems.front() = first;
    table.words.push_back(word);
  }
}

void mark_origins(Table& table) {
  std::unordered_map<std::string, bool> told;
  for (const DeedWord& word : table.words) {
    bool& from = told[word.stems.front()];
    from = from || word.agent.find("from") != std::string_view::npos ||
           word.patient.find("from") != std::string_view::npos;
  }
  for (DeedWord& word : table.words) {
    word.origin = told[word.stems.front()];
  }
}

const Table& table() {
  static const Table kTable = [] {
    Table made;
    for (const Row& row : kRows) {
      for (std::string_view rest = row.words; !rest.empty();) {
        const std::string_view phrase = rest.substr(0, rest.find(','));
        add_phrase(made, row, phrase);
        rest.remove_prefix(std::min(rest.size(), phrase.size() + 1));
      }
    }
    mark_origins(made);
    std::stable_sort(made.words.begin(), made.words.end(),
                     [](const DeedWord& a, const DeedWord& b) {
                       return a.stems.size() > b.stems.size();
                     });
    for (const DeedWord& word : made.words) {
      made.by_first[word.stems.front()].push_back(&word);
    }
    return made;
  }();
  return kTable;
}

std::unordered_map<std::string, LightSide> light_verbs() {
  constexpr std::string_view kGiving =
      "lodge file bring brought make made issue level levelled give gave given extend convey send "
      "sent offer put submit present address voice express direct deliver pay paid carry conduct transfer remit "
      "hold held have has had launch raise mount undertake undertook provide write wrote written "
      "initiate open mete administer aim came come pen go went render grant perform draft "
      "start instigate pronounce transmit dispatch serve sound";
  constexpr std::string_view kReceiving =
      "receive get got draw drew face earn obtain accept secure attract suffer undergo underwent "
      "sustain incur hear heard meet met collect gain win won enjoy await acknowledge reach "
      "welcome underlie under recipient";
  std::unordered_map<std::string, LightSide> sides;
  for (const std::string& word : stems_of(kGiving)) {
    sides.emplace(word, LightSide::kGiving);
  }
  for (const std::string& word : stems_of(kReceiving)) {
    sides.emplace(word, LightSide::kReceiving);
  }
  return sides;
}

}  // namespace

const std::vector<const DeedWord*>& deed_words(std::string_view stem) {
  static const std::vector<const DeedWord*> kNone;
  const auto it = table().by_first.find(std::string(stem));
  return it == table().by_first.end() ? kNone : it->second;
}

bool moves_goods(std::uint64_t deeds) {
  return (deeds & (kTrade | kTransfer | kLoan | kLease)) != 0;
}

LightSide light_side(std::string_view stem) {
  static const std::unordered_map<std::string, LightSide> kSides = light_verbs();
  const auto it = kSides.find(std::string(stem));
  return it == kSides.end() ? LightSide::kNone : it->second;
}

}  // namespace parallax
