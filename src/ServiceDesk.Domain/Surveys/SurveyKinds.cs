namespace ServiceDesk.Domain.Surveys;

/// <summary>What a series of surveys is.</summary>
public enum SurveyKind
{
    /// <summary>The yearly survey of clients (SIG 28, JEL 26).</summary>
    YearlyClients,

    /// <summary>The study of service quality every two years (SIG 27).</summary>
    QualityStudy,

    /// <summary>When opening hours are reviewed.</summary>
    OpeningHours,

    /// <summary>Liked and disliked at first glance, after a change.</summary>
    FirstGlance,

    /// <summary>Where new clients heard of a service.</summary>
    Awareness,

    /// <summary>The rating after a contact.</summary>
    AfterContact,

    /// <summary>The twin of the clients' survey among employees.</summary>
    Employees,

    /// <summary>People who do not use a service.</summary>
    NonClients,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Whom a series asks.</summary>
public enum SurveyAudience
{
    /// <summary>Clients: results are suppressed below five.</summary>
    Clients,

    /// <summary>Employees: results are suppressed below ten.</summary>
    Employees,

    /// <summary>People who are not clients.</summary>
    NonClients,
}

/// <summary>How a response came in.</summary>
public enum SurveyMode
{
    /// <summary>The open page or the poster: whoever likes.</summary>
    Online,

    /// <summary>A personal link that works once.</summary>
    Personal,

    /// <summary>A device at a service point.</summary>
    Kiosk,

    /// <summary>A sheet of paper, entered by hand.</summary>
    Paper,

    /// <summary>An interviewer on the phone.</summary>
    Phone,

    /// <summary>An interviewer face to face.</summary>
    FaceToFace,

    /// <summary>An interviewer in the street.</summary>
    Street,
}

/// <summary>Where a wave stands.</summary>
public enum WaveState
{
    /// <summary>Being written; everything may change.</summary>
    Draft,

    /// <summary>Released: answers come in between its days, and questions change by a new edition only.</summary>
    Open,

    /// <summary>Over; no token, draft or address is kept any more.</summary>
    Closed,

    /// <summary>Evaluated.</summary>
    Evaluated,

    /// <summary>Its results are published.</summary>
    Published,
}

/// <summary>How a question is answered.</summary>
public enum QuestionType
{
    /// <summary>One option of several.</summary>
    Single,

    /// <summary>Any number of options.</summary>
    Multi,

    /// <summary>1 to 4, the ends named.</summary>
    Scale4,

    /// <summary>1 to 5, the ends named.</summary>
    Scale5,

    /// <summary>How important, 1 to 4; joined by the pair's key with a question of satisfaction.</summary>
    Importance4,

    /// <summary>How satisfied, 1 to 4.</summary>
    Satisfaction4,

    /// <summary>Seven days by hours: which slots are wished. A mark is day × 24 + hour, Monday being 0.</summary>
    HoursGrid,

    /// <summary>Rows, each with one of the options. A mark is row × 1000 + option.</summary>
    Matrix,

    /// <summary>Free words.</summary>
    OpenText,

    /// <summary>Two boxes of free words, as liked and disliked.</summary>
    TwoBox,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>0 to 10: how likely to recommend. A mark is the value.</summary>
    Nps0to10,
}

/// <summary>What a question is asked for.</summary>
public enum QuestionPurpose
{
    /// <summary>Habits.</summary>
    Habit,

    /// <summary>Expectations.</summary>
    Expectation,

    /// <summary>Interests.</summary>
    Interest,

    /// <summary>Ratings.</summary>
    Rating,

    /// <summary>Wishes.</summary>
    Wish,
}
