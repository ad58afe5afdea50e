namespace PartyCms.WeChat.Simulator.Publishing;

/// <summary>What WeChat pushes when a publication is over; accounts were seen to receive any of these.</summary>
public enum PublishAnnouncement
{
    /// <summary>The event that the documentation describes.</summary>
    PublishJobFinish,

    /// <summary>The event of a mass send instead.</summary>
    MassSendJobFinish,

    /// <summary>No event: only asking tells.</summary>
    Nothing,
}
