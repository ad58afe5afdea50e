namespace PartyCms.WeChat.Simulator.Faults;

/// <summary>What can go wrong between the site and WeChat.</summary>
public enum FaultKind
{
    /// <summary>Nothing happens; errcode -1, "system error".</summary>
    Busy,

    /// <summary>Nothing happens; HTTP 502 with a page of HTML.</summary>
    BadGateway,

    /// <summary>Nothing happens and no answer comes until the caller gives up.</summary>
    Hang,

    /// <summary>Nothing happens; an error code of choice, see <see cref="Fault.Code"/>.</summary>
    Refuse,

    /// <summary>WeChat does it, but the connection breaks before the answer.</summary>
    LostAnswer,

    /// <summary>WeChat does it, but no answer comes until the caller gives up.</summary>
    HangAfterwards,

    /// <summary>WeChat does it, and answers -1 nevertheless.</summary>
    BusyAfterwards,

    /// <summary>WeChat does it; half of the answer arrives.</summary>
    TruncatedJson,

    /// <summary>WeChat does it; texts in the answer hold raw control characters.</summary>
    ControlCharacters,

    /// <summary>A download answers with JSON and the type of a picture.</summary>
    JsonForBinary,
}
