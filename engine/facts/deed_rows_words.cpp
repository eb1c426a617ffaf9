#include "engine/facts/deed_rows.hpp"

namespace parallax::deeds {
namespace {

using enum DeedForm;

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
     "ask,urge,beg,challenge,implore,entreat,call on,called upon,call upon,appeal to,turn "
     "to,petition"},
    {kRequest, kVerb, kDoer, "from of", "request,demand,seek,sought"},
    {kRequest, kVerb, kDoer, "to", "appeal,plead"},
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
    {kNomination, kVerb, kDoer, kDone,
     "nominate,recommend,propose,put forward,commend,put the name of,put forward the name of"},
    {kNomination, kVerb, kDoer, kDone, "appoint,promote,elect,name"},
    {kNomination, kNoun, "", "of owner", "nomination,recommendation,appointment"},
    {kTeaching, kVerb, kDoer, kDone, "teach,taught,train,instruct,tutor,coach,mentor,supervise"},
    {kTeaching, kVerb, "from under with", kDoer, "learn,learnt,study,be trained"},
    {kTeaching, kNoun, "", "of for to", "training,tuition,instruction,lesson"},
    {kTeaching, kHolder, kDoer, "of", "teacher,trainer,instructor,tutor,mentor,coach"},
    {kTeaching, kHolder, "of", kDoer, "pupil,student,disciple,trainee,apprentice"},
    {kRepresentation, kVerb, kDoer, kDone,
     "represent,speak for,spoke for,speak on behalf of,spoke on behalf of,act for,act on behalf "
     "of,act as voice of,act as the voice of,plead for,appear for,stand up for,appear on behalf "
     "of"},
    {kRepresentation, kHolder, kDoer, "of for to", "lawyer,counsel,attorney,advocate,voice,agent"},
    {kRepresentation, kHolder, "of", kDoer, "client"},
    {kInterview, kVerb, kDoer, kDone, "interview,question,quiz,interrogate"},
    {kInterview, kNoun, "", "with", "interview,interrogation"},
    {kTranslation, kVerb, kDoer, "for",
     "interpret,translate,do the interpreting,did the "
     "interpreting"},
    {kTranslation, kHolder, kDoer, "for of", "interpreter,translator"},
    {kMediation, kVerb, kDoer, "between", "mediate,arbitrate,broker"},
    {kMediation, kNoun, "", "between", "mediation"},
    {kMediation, kHolder, kDoer, "between", "mediator,broker,go - between"},
    {kPraise, kVerb, kDoer, kDone, "praise,commend,hail,applaud,compliment,honour,decorate"},
    {kPraise, kNoun, "", "for to", "praise,tribute,commendation"},
    {kGuarantee, kVerb, kDoer, "object to", "guarantee,promise,pledge,assure"},
    {kGuarantee, kNoun, "", "to", "guarantee,promise,pledge,assurance"},
    {kAnnulment, kVerb, kDoer, kDone, "annul,overturn,overrule,quash,veto,set aside"},
    {kDeception, kVerb, kDoer, kDone, "deceive,mislead,misled,cheat,defraud,betray,lie to"},
    {kDeception, kVerb, kDoer, "from", "steal,stole,stolen"},
};

}  // namespace

std::span<const Row> rows_of_words() {
  return kRows;
}

}  // namespace parallax::deeds
