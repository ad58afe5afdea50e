namespace PartyCms.WeChat.Simulator.Figures;

/// <summary>How far an article came.</summary>
/// <param name="Readers">People who read it.</param>
/// <param name="Reads">How often it was read.</param>
/// <param name="Sharers">People who passed it on.</param>
public sealed record CountedArticle(int Readers, int Reads, int Sharers);
