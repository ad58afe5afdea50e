namespace PartyCms.Learning.Progress;

/// <summary>Credits of a year by category (S0-36).</summary>
/// <param name="Distance">遠程教育: study on the site.</param>
/// <param name="Intensive">集中培训: lectures, theme days and trainings.</param>
/// <param name="Bonus">奖励学分.</param>
internal sealed record Credits(decimal Distance, decimal Intensive, decimal Bonus)
{
    public decimal Total => Distance + Intensive + Bonus;
}

/// <summary>The starter scheme of credits (domain 6.3). Its rates are examples of this product, not of any regulation.</summary>
internal static class CreditRules
{
    public const decimal DistancePerHour = 1m;

    public const decimal IntensivePerHour = 1.5m;

    public const decimal DistanceCeiling = 30m;

    public const decimal IntensiveCeiling = 30m;

    public const decimal BonusCeiling = 10m;

    /// <summary>Credits of a year's minutes and bonus, each to one decimal and under its ceiling.</summary>
    public static Credits Of(int distanceMinutes, int intensiveMinutes, decimal bonus) => new(
        Capped(distanceMinutes / 60m * DistancePerHour, DistanceCeiling),
        Capped(intensiveMinutes / 60m * IntensivePerHour, IntensiveCeiling),
        Capped(bonus, BonusCeiling));

    private static decimal Capped(decimal credits, decimal ceiling) =>
        Math.Clamp(decimal.Round(credits, 1, MidpointRounding.AwayFromZero), 0, ceiling);
}
